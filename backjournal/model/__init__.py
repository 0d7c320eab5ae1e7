"""The data model of the journal: frozen classes that validate themselves, and the errors that they raise."""
