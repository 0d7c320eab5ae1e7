"""The layouts of the views that are text."""

from collections.abc import Callable, Mapping
from typing import Any

from textual.content import Content

from backjournal.tui.trends.answer import answer_content
from backjournal.tui.trends.associations import associations_content
from backjournal.views.answer import AnswerFigures
from backjournal.views.associations import AssociationsFigures
from backjournal.views.figures import Figures

Lay = Callable[[Any, int], Content]
"""Takes the figures of a view and a width in cells; returns the text."""

_LAYOUTS: Mapping[type, Lay] = {
    AnswerFigures: lambda figures, width: answer_content(figures.answer, width),
    AssociationsFigures: lambda figures, width: associations_content(figures.associations, width),
}


def layout_of(figures: Figures) -> Lay:
    """Return the layout for the figures of a view: a special one if it has one, otherwise that of plain lines."""
    return _LAYOUTS.get(type(figures), lines_content)


def lines_content(figures: Figures, _width: int) -> Content:
    """Return the plain lines of a view, with a blank line between them."""
    return Content("\n\n").join(map(Content, figures.lines()))
