"""Text of every kind, for the property tests."""

from hypothesis import strategies as st

ANY_TEXT = st.text(st.one_of(st.characters(), st.sampled_from("\x00\x1b\x07\x9b\u202e\u2066\ud800\r\n\t ,;")))
"""What a person or a file could bring, with much of what must not be kept."""
