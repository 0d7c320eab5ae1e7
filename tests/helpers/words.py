"""Text of every kind, for the property tests."""

from hypothesis import strategies as st

ANY_TEXT = st.text(st.one_of(st.characters(), st.sampled_from("\x00\x1b\x07\x9b\u202e\u2066\ud800\r\n\t ,;")))
"""Any text from a person or a file, with many characters that must not be kept."""
