"""Proofs of the promises by many cases with fixed seeds: kills, full disks, damaged files, hostile text.

The slow tests try a part of each; `pytest -m slow tests/proofs --whole` tries all of it, and takes long.
"""
