"""Sieve looks through a repository with several scanners."""
