"""Windlass plans jobs and runs them."""
