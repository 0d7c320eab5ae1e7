"""CSV exports: how cells are guarded, and the exports of the diary and the checklist."""

import csv
import io
import stat
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backjournal.demo import make_demo
from backjournal.exchange.cells import csv_bytes, guard, in_csv
from backjournal.exchange.checklist_csv import CHECKLIST_COLUMNS, checklist_csv
from backjournal.exchange.diary_csv import DIARY_COLUMNS, diary_csv, diary_row
from backjournal.exchange.export import export_csv, write_export
from backjournal.model.check_ins import CheckIn
from backjournal.model.doses import Dose
from backjournal.model.errors import InvalidValue
from backjournal.model.marks import MarkKind
from backjournal.model.practices import Practice, Status
from backjournal.model.prescriptions import Prescription
from backjournal.model.schedules import Schedule
from backjournal.model.weeks import MONDAY_WEEKS
from backjournal.plan.checklist import checklists
from backjournal.store.diary_rows import DiaryRow
from backjournal.store.store import Store
from tests.helpers.anything import check_ins
from tests.helpers.clock import ManualClock
from tests.helpers.commands import Commands, make_plan
from tests.helpers.values import AT_EIGHT, BRIDGE, TODAY, WALKING, check_in, check_in_at, mark
from tests.helpers.words import ANY_TEXT

BOM = b"\xef\xbb\xbf"


def unguard(cell: str) -> str:
    """Remove the guard of a cell, as the README describes."""
    return cell.removeprefix("'")


def rows_of(data: bytes) -> list[dict[str, str]]:
    """Read a CSV as an import would, with the guards removed."""
    assert data.startswith(BOM)
    reader = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return [{column: unguard(cell) for column, cell in row.items()} for row in reader]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+cmd",
        "-5 today",
        "@SUM(A1)",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        " =1",
        "\n=1",
        "\tx",
        "\rx",
        " \tx",
        "'x",
        "'",
        "-",
        "-5e3",
        "--5",
        "\u00a0=1",
        "\u200b=1",
        "\ufeff=1",
        "\ufeff \u2060+1",
        "\u3164-1x",
        "\U000e0020@x",
        "\x00=1",
        "﹦1",
    ],
)
def test_what_a_spreadsheet_would_run_is_guarded(text: str) -> None:
    assert guard(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "-5", "+3.5", "-0,5", "4", "better", "a=b", "2 + 2", "it's", "2026-11-21"])
def test_what_is_harmless_stays_as_it_is(text: str) -> None:
    assert guard(text) == text


@given(ANY_TEXT)
def test_a_guard_can_be_taken_away_from_any_text(text: str) -> None:
    assert unguard(guard(text)) == text
    assert unguard(guard(guard(text))) == guard(text)


@given(st.lists(st.text(st.sampled_from('a",;\r\n\t é') | st.characters(codec="utf-8")), min_size=2))
def test_cells_are_written_as_the_standard_library_writes_them(cells: list[str]) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\r\n").writerow(cells)
    assert ",".join(map(in_csv, cells)) + "\r\n" == file.getvalue()


def test_a_csv_is_what_spreadsheets_like() -> None:
    data = csv_bytes(("a", "b"), [{"a": 'x "y", z', "b": None}, {"a": ("=1", "2"), "b": 7.5}, {"a": "1\n2", "b": 7.0}])
    assert data == BOM + b'a,b\r\n"x ""y"", z",\r\n\'=1; 2,7.5\r\n"1\n2",7\r\n'


def diary(store: Store) -> bytes:
    """Return the whole diary as CSV."""
    return b"".join(export_csv(store, "diary"))


def test_the_diary_has_its_columns_and_is_oldest_first(store: Store) -> None:
    newest = check_in(
        2,
        pain=4,
        sleep_hours=7.5,
        marks=(
            mark(MarkKind.LOCATION, "back"),
            mark(MarkKind.LOCATION, "hip"),
            mark(MarkKind.MEDICINE, "ibuprofen 400 mg"),
        ),
        note="=danger",
    )
    oldest = check_in(1, mobility=0)
    header = (
        "id,day,time,utc_offset,pain,worst_pain,mobility,stiffness_min,sleep_hours,sitting_hours,mood,confidence,locations,"
        "qualities,triggers,reliefs,medicines,symptoms,note"
    )
    store.diary.save(newest)
    store.diary.save(oldest)
    assert diary(store).decode("utf-8-sig").split("\r\n") == [
        header,
        "c1,2026-11-21,08:01:00,+01:00,,,0,,,,,,,,,,,,",
        "c2,2026-11-21,08:02:00,+01:00,4,,,,7.5,,,,back; hip,,,,ibuprofen 400 mg,,'=danger",
        "",
    ]


@given(check_ins())
def test_every_check_in_comes_back_from_the_diary(any_store: Store, known: CheckIn) -> None:
    any_store.diary.save(known)
    (row,) = [row for row in rows_of(diary(any_store)) if row["id"] == known.id]
    assert tuple(row) == DIARY_COLUMNS
    assert (row["id"], row["day"], row["note"]) == (known.id, known.day.isoformat(), known.note)
    assert row["locations"] == "; ".join(known.words(MarkKind.LOCATION))
    assert row["pain"] == ("" if known.pain is None else str(known.pain))
    at = known.at
    assert (row["time"], row["utc_offset"]) == (at.strftime("%H:%M:%S"), at.isoformat()[-6:])


def reckoned_again(store: Store) -> bytes:
    """Return the diary as CSV from its check-ins, which the export does without."""
    newest_first = store.diary.check_ins()
    oldest_first = sorted(newest_first, key=lambda each: (each.day, each.at))
    return csv_bytes(DIARY_COLUMNS, map(diary_row, oldest_first), unguarded=("utc_offset",))


@pytest.mark.slow
@given(st.lists(check_ins(), min_size=1, max_size=4))
def test_the_cells_are_those_of_the_check_ins(any_store: Store, known: list[CheckIn]) -> None:
    for each in known:
        any_store.diary.save(each)
    assert diary(any_store) == reckoned_again(any_store)
    any_store.diary.save(replace(known[-1], marks=(), note="without marks"))
    any_store.diary.delete(known[0])
    assert diary(any_store) == reckoned_again(any_store)


def test_a_long_diary_comes_in_parts_and_is_the_same_as_a_whole(store: Store) -> None:
    with store.changes.write(""):
        make_demo(store, TODAY)
        for number in range(1000):
            at = AT_EIGHT - timedelta(days=number % 300, minutes=number % 3)
            store.diary.save(check_in_at(f"c{number}", at, at.date(), pain=number % 11, sleep_hours=number % 24 / 2))
    parts = [*export_csv(store, "diary")]
    assert max(map(len, parts)) < sum(map(len, parts)) / 2
    assert b"".join(parts) == reckoned_again(store)


def test_a_row_is_read_when_its_part_is_written(store: Store) -> None:
    with store.changes.write(""):
        for number in range(1200):
            store.diary.save(check_in_at(f"c{number}", AT_EIGHT, TODAY, pain=4))
    taken = []

    def rows() -> Iterator[DiaryRow]:
        for row in store.diary_rows.between(date.min, date.max):
            taken.append(row.id)
            yield row

    parts = iter(diary_csv(rows()))
    assert (next(parts), next(parts)) == (BOM, f"{','.join(DIARY_COLUMNS)}\r\n".encode())
    assert taken == []
    next(parts)
    assert 0 < len(taken) < 1200
    assert len([*parts]) > 1
    assert len(taken) == 1200


def test_text_that_another_program_wrote_is_cleaned(store: Store) -> None:
    store.diary.save(check_in(1, note="x", marks=(mark(MarkKind.TRIGGER, "stairs"),)))
    with store.changes.write(""):
        store._db.execute("UPDATE check_ins SET note = 'a\x1b[31m' || char(13) || 'b'")
        store._db.execute("UPDATE marks SET word = 'sta\x1b[2Jirs', amount = ' 4\u202e '")
    (row,) = rows_of(diary(store))
    assert (row["note"], row["triggers"]) == ("a[31m\nb", "sta[2Jirs 4")
    assert diary(store) == reckoned_again(store)


def plan_and_practices() -> tuple[tuple[Prescription, ...], tuple[Practice, ...]]:
    """Return a plan of two exercises from Thursday 19 November 2026 on, and its practices."""
    first = TODAY - timedelta(days=2)
    bridge = Prescription("p1", "bridge", BRIDGE.dose, Schedule(), first)
    walking = Prescription("p2", "walking", Dose(minutes=30), Schedule(), first, position=1)
    practices = (
        Practice("p1", first, Status.DONE, 2, pain_during=3, note="+ more"),
        Practice("p2", first, Status.SKIPPED, reason="travel"),
        Practice("p2", first + timedelta(days=1), Status.PARTIAL, 10),
        Practice("p1", TODAY, Status.DONE, 2),
        Practice("p1", TODAY + timedelta(days=1), Status.DONE, 2),
    )
    return (bridge, walking), practices


def checklist_lines(first: date, last: date) -> list[str]:
    """Return the lines of the checklist's CSV."""
    exercises = {entry.exercise.id: entry.exercise for entry in (BRIDGE, WALKING)}
    days = checklists(first, last, exercises, *plan_and_practices(), weeks=MONDAY_WEEKS)
    return checklist_csv(days, TODAY).decode("utf-8-sig").split("\r\n")[:-1]


def test_the_checklist_has_a_row_for_each_exercise_and_day() -> None:
    assert checklist_lines(TODAY - timedelta(days=2), TODAY) == [
        "day,exercise,category,prescribed,status,amount,pain_during,reason,note,sets",
        '2026-11-19,Bridge,strengthening,"2 × 10, 3 s",done,2,3,,\'+ more,',
        "2026-11-19,Walking,aerobic conditioning,30 min,skipped,,,travel,,",
        '2026-11-20,Bridge,strengthening,"2 × 10, 3 s",missed,,,,,',
        "2026-11-20,Walking,aerobic conditioning,30 min,partial,10,,,,",
        '2026-11-21,Bridge,strengthening,"2 × 10, 3 s",done,2,,,,',
    ]


def test_the_checklist_leaves_out_what_has_not_come() -> None:
    assert checklist_lines(TODAY, TODAY + timedelta(days=30))[1:] == checklist_lines(TODAY, TODAY)[1:]
    assert len(checklist_lines(TODAY, TODAY)) == 2
    assert checklist_lines(TODAY + timedelta(days=1), TODAY + timedelta(days=2)) == [",".join(CHECKLIST_COLUMNS)]


@pytest.mark.slow
def test_ten_years_are_exported() -> None:
    first, days = TODAY - timedelta(days=3650), 3650
    plan = tuple(
        Prescription(f"p{number}", "bridge", BRIDGE.dose, Schedule(), first, position=number) for number in range(8)
    )
    practices = tuple(
        Practice(prescription.id, first + timedelta(days=number), Status.DONE, 2)
        for number in range(days)
        for prescription in plan
    )
    data = checklist_csv(checklists(first, TODAY, {"bridge": BRIDGE.exercise}, plan, practices, MONDAY_WEEKS), TODAY)
    assert data.count(b"\r\n") == 1 + 8 * days


@pytest.fixture
def commands(journal: Path, clock: ManualClock, open_store: Callable[[], Store]) -> Commands:
    """Return the commands on a journal with a plan and two check-ins."""
    make_plan(open_store)
    commands = Commands(journal, clock)
    commands.output("log", "--pain", "4", "--note", "größer", "--day", "thu")
    commands.output("log", "--pain", "3")
    commands.output("done", "bridge", "--day", "fri")
    return commands


def test_export_writes_the_same_bytes_to_standard_output_and_to_a_file(commands: Commands, tmp_path: Path) -> None:
    for what, columns in (("diary", DIARY_COLUMNS), ("checklist", CHECKLIST_COLUMNS)):
        file = tmp_path / f"{what}.csv"
        printed = commands.run("export", what).stdout_bytes
        assert commands.run("export", what, "-o", "-").stdout_bytes == printed
        assert commands.output("export", what, "-o", str(file)) == f"Written: {file}\n"
        assert file.read_bytes() == printed
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        rows = rows_of(printed)
        assert tuple(rows[0]) == columns
        assert [row["day"] for row in rows] == sorted(row["day"] for row in rows)


def test_export_of_some_days(commands: Commands) -> None:
    assert len(rows_of(commands.run("export", "diary").stdout_bytes)) == 2
    assert len(rows_of(commands.run("export", "diary", "--since", "fri").stdout_bytes)) == 1
    assert rows_of(commands.run("export", "diary", "--until", "mon").stdout_bytes) == []
    rows = rows_of(commands.run("export", "checklist", "--since", "fri").stdout_bytes)
    assert [(row["exercise"], row["status"]) for row in rows] == [
        ("Knee rolls", "missed"),
        ("Knee to chest", "missed"),
        ("Bridge", "done"),
        ("Walking", "missed"),
    ]
    everything = rows_of(commands.run("export", "checklist").stdout_bytes)
    assert everything[0]["day"] == "2026-11-16"
    assert len(everything) == 4 * 5 + 1


def test_export_replaces_a_file_only_with_force(commands: Commands, tmp_path: Path) -> None:
    file = tmp_path / "diary.csv"
    file.write_text("mine")
    message = commands.refusal("export", "diary", "-o", str(file))
    assert message == f"{file} exists already: add --force to replace it"
    assert file.read_text() == "mine"
    commands.output("export", "diary", "-o", str(file), "--force")
    assert len(rows_of(file.read_bytes())) == 2
    assert [entry.name for entry in tmp_path.glob("*.new")] == []


def test_export_never_replaces_the_journal(commands: Commands) -> None:
    message = commands.refusal("export", "diary", "-o", str(commands.journal), "--force")
    assert message == f"{commands.journal} belongs to the journal itself: choose another file"
    assert len(commands.json("diary", "--json")) == 2


@pytest.mark.parametrize(
    "own",
    ["journal.db", "backups/journal-2026-11-21.db", ".journal.db.draft", "journal.db-journal", "journal.db.damaged-1"],
)
@pytest.mark.parametrize("by_link", [False, True])
def test_what_belongs_to_the_journal_is_never_replaced(store: Store, tmp_path: Path, own: str, by_link: bool) -> None:
    store.diary.save(check_in())
    store.back_up()
    file = store.path.parent / own
    if not file.exists():
        file.write_text("precious")
    before = file.read_bytes()
    path = tmp_path / "link.csv" if by_link else file
    if by_link:
        path.symlink_to(file)
    with pytest.raises(InvalidValue, match="belongs to the journal itself") as refusal:
        write_export(store, "diary", path, force=True, how_to_replace="")
    assert refusal.value.field == "file"
    assert file.read_bytes() == before


def test_an_export_beside_the_journal_is_written_and_replaced(store: Store) -> None:
    store.diary.save(check_in())
    file = store.path.parent / "journal.db.csv"
    assert write_export(store, "diary", file, force=False, how_to_replace="") == file
    assert write_export(store, "diary", file, TODAY, TODAY, force=True, how_to_replace="") == file
    assert len(rows_of(file.read_bytes())) == 1


def test_an_export_says_at_which_field_it_is_refused(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "diary.csv"
    with pytest.raises(InvalidValue, match="swap them") as wrong_days:
        write_export(store, "diary", file, TODAY, TODAY - timedelta(days=1), force=False, how_to_replace="")
    assert wrong_days.value.field == "until"
    assert not file.exists()
    file.write_text("mine")
    with pytest.raises(InvalidValue, match=r"diary\.csv exists already: tick Replace$") as known:
        write_export(store, "checklist", file, force=False, how_to_replace="tick Replace")
    assert known.value.field == "file"
    assert file.read_text() == "mine"


def test_export_refuses_a_place_that_does_not_exist_and_a_folder(commands: Commands, tmp_path: Path) -> None:
    missing = tmp_path / "missing"
    message = commands.refusal("export", "diary", "-o", str(missing / "diary.csv"))
    assert message == f"the folder {missing} does not exist: make it, or choose another one"
    assert commands.refusal("export", "diary", "-o", str(tmp_path)) == f"{tmp_path} is a folder: add a file name to it"
    in_a_file = commands.refusal("export", "diary", "-o", str(commands.journal / "diary.csv"))
    assert "cannot be written, nothing was changed: Not a directory" in in_a_file
