"""Quillbook: an open notebook server that runs people's Python cells."""
