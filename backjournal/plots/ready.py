"""Loading what the charts are drawn with, before the first one is wanted."""


def load_plotext() -> None:
    """Load plotext, which takes longer than drawing a chart: meant for a thread, while nothing else is to do."""
    import plotext  # noqa: F401
