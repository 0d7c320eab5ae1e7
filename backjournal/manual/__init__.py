"""The manual: a page for each topic, as Markdown, shown in the app and printed by `backjournal manual`."""
