"""A text that changes often, and seldom its height."""

from rich.style import Style
from textual.content import Content
from textual.widgets import Static


class Steady(Static):
    """A text whose change draws only itself anew: the screen is laid out again only where its height changes."""

    def show(self, content: Content) -> None:
        """Show a text, unless it is there already."""
        before = self.content
        if isinstance(before, Content) and before.is_same(content):
            return
        width, height = self.content_size
        self.update(content, layout=not width or len(content.wrap(width)) != height)


class Links(Steady):
    """A text with parts that can be clicked, which look as they are styled; only under the mouse they stand out."""

    @property
    def link_style(self) -> Style:
        """No style."""
        return Style.null()
