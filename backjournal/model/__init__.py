"""The data model of the journal: frozen dataclasses that validate themselves, and the errors that they raise."""
