"""Where people's code runs: in processes of its own, with as little as it needs."""
