import pytest

from quillbook.export.scan import find_personal_data


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("the mean is 4.2", []),
        ("write to ada@example.org", ["e-mail address"]),
        ("paid with 4111 1111 1111 1111", ["payment card"]),
        ("transfer to GB82 WEST 1234 5698 7654 32", ["bank account"]),
        ("order 4111 1111 1111 1112", []),
        ("loss at step 1234567890123456789012", []),
    ],
)
def test_what_is_found(text, kinds):
    assert [finding.kind for finding in find_personal_data(text)] == kinds


def test_a_finding_does_not_repeat_the_data():
    (finding,) = find_personal_data("write to ada@example.org")
    assert "ada" not in repr(finding)
