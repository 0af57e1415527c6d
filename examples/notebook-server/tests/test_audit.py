import pytest

from quillbook.audit import AuditLog, first_broken_line


@pytest.fixture
def file(tmp_path):
    log = AuditLog(tmp_path / "audit.jsonl", clock=lambda: 1_780_000_000.5)
    for user in ("ada", "grace", "mary"):
        log.append({"event": "export", "user": user})
    return tmp_path / "audit.jsonl"


def test_an_untouched_log_is_whole(file):
    assert first_broken_line(file) is None


def test_an_altered_line_breaks_the_chain(file):
    file.write_text(file.read_text().replace("grace", "guest"))
    assert first_broken_line(file) == 2


def test_a_removed_line_breaks_the_chain(file):
    lines = file.read_text().splitlines(keepends=True)
    file.write_text(lines[0] + lines[2])
    assert first_broken_line(file) == 2
