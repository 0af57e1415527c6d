import pytest

from quillbook.export.policy import may_export

REASON = "Requested by the ethics board"


@pytest.mark.parametrize(
    ("role", "found", "reason", "allowed"),
    [
        ("reader", [], "", False),
        ("author", [], "", True),
        ("author", ["payment card"], REASON, False),
        ("steward", ["payment card"], "", False),
        ("steward", ["payment card"], "   because   ", False),
        ("steward", ["payment card"], REASON, True),
        ("owner of everything", [], REASON, False),
    ],
)
def test_who_may_export_what(role, found, reason, allowed):
    assert may_export(role, found, reason).allowed is allowed


def test_a_refusal_says_why():
    assert "payment card" in may_export("author", ["payment card"], "").why
