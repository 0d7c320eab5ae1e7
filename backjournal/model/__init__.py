"""What the journal is made of: frozen values that check themselves, and plain-language refusals."""
