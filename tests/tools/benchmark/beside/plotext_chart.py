"""Imports plotext and builds a chart of pain and mobility by week; prints the seconds by the clock and of the CPU."""

from time import perf_counter, process_time

clock, cpu = perf_counter(), process_time()

import plotext  # noqa: E402

WEEKS = list(range(12))

plotext.terminal.limit(False, False)
plotext.figure.plot_size(110, 30)
for values in ([6 - 0.3 * week for week in WEEKS], [4 + 0.35 * week for week in WEEKS]):
    plotext.figure.draw(plotext.figure.signal(WEEKS, values, marker=plotext.marker("●")))
    plotext.figure.draw(plotext.figure.signal(WEEKS, values, marker=plotext.marker("●")).lines())
plotext.figure.build().string()
print(perf_counter() - clock, process_time() - cpu)  # noqa: T201
