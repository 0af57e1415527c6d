import pytest

from quillbook.sessions import LIFETIME, SessionStore, issue_token, verify_session

SECRET = b"for tests only"
NOW = 1_780_000_000.0


def test_a_genuine_token_names_its_user():
    session = verify_session(SECRET, issue_token(SECRET, "ada", NOW), NOW)
    assert session and session[0] == "ada"


def test_an_expired_token_is_refused():
    token = issue_token(SECRET, "ada", NOW)
    assert verify_session(SECRET, token, NOW + LIFETIME) is None


@pytest.mark.parametrize("forged", ["", "ada", "ada.1.2.3", "é.9999999999.0.0"])
def test_a_forged_token_is_refused(forged):
    assert verify_session(SECRET, forged, NOW) is None


def test_a_token_of_another_server_is_refused():
    assert verify_session(SECRET, issue_token(b"another secret", "ada", NOW), NOW) is None


def test_a_revoked_token_is_refused():
    store = SessionStore(SECRET)
    token = issue_token(SECRET, "ada", NOW)
    assert store.user_of(token, NOW) == "ada"
    store.revoke(token, NOW)
    assert store.user_of(token, NOW) is None


def test_a_user_name_cannot_carry_a_separator():
    with pytest.raises(ValueError):
        issue_token(SECRET, "ada.root", NOW)
