"""Passwords and keys: made, hashed and compared so that neither the answer nor its time tells a guesser anything."""

import asyncio
import hashlib
import hmac
import re
import secrets

import argon2
from argon2.exceptions import InvalidHashError, VerificationError

#: One hash takes 64 MiB and all cores; more at once would be a way to bring the service down.
HASHES_AT_ONCE = 2
SHORTEST_PASSWORD = 12
#: Far above any sentence; argon2 itself has no limit that protects us.
LONGEST_PASSWORD = 1024
SECRET_BYTES = 32
KEY_PREFIX_BYTES = 6
_KEY = re.compile(r"(hav_[0-9a-f]{12})_[A-Za-z0-9_-]{43}")


class Passwords:
    """Hashes in a thread, few at once."""

    def __init__(self, hasher: argon2.PasswordHasher | None = None) -> None:
        self._hasher = hasher or argon2.PasswordHasher()
        self._turns = asyncio.Semaphore(HASHES_AT_ONCE)
        self._nobody: str | None = None

    async def hash(self, password: str) -> str:
        async with self._turns:
            return await asyncio.to_thread(self._hasher.hash, _bytes(password))

    async def fits(self, password_hash: str | None, password: str) -> bool:
        """Takes as long for an account that does not exist (`password_hash` None) as for a wrong password."""
        if self._nobody is None:
            self._nobody = await self.hash(secrets.token_urlsafe(SECRET_BYTES))
        async with self._turns:
            fits = await asyncio.to_thread(self._verify, password_hash or self._nobody, password)
        return fits and password_hash is not None

    def is_outdated(self, password_hash: str) -> bool:
        """Made with cheaper settings than today's."""
        return self._hasher.check_needs_rehash(password_hash)

    def _verify(self, password_hash: str, password: str) -> bool:
        try:
            return self._hasher.verify(password_hash, _bytes(password))
        except (VerificationError, InvalidHashError):
            return False


def _bytes(password: str) -> bytes:
    # A longer one is refused when it is set, so cutting here only spares the work on a megabyte of guess.
    return password[: LONGEST_PASSWORD + 1].encode("utf-8", "surrogatepass")


def new_password() -> str:
    """Some 99 random bits in four groups that can be read over the telephone."""
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(letters) for _ in range(5)) for _ in range(4))


def new_secret() -> str:
    return secrets.token_urlsafe(SECRET_BYTES)


def secret_hash(secret: str) -> bytes:
    """A secret of 256 random bits needs no slow hash."""
    return hashlib.sha256(secret.encode()).digest()


def new_key() -> tuple[str, str]:
    """An API key, shown once, and the prefix by which its row is found."""
    prefix = f"hav_{secrets.token_hex(KEY_PREFIX_BYTES)}"
    return f"{prefix}_{new_secret()}", prefix


def prefix_of(key: str) -> str | None:
    """What the key's row is found by; the whole key is compared by its hash. None: this is no key of ours."""
    return found[1] if (found := _KEY.fullmatch(key)) else None


def same(left: bytes, right: bytes) -> bool:
    return hmac.compare_digest(left, right)
