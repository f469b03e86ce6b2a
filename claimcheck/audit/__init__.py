"""What can be asked of a report once it is written: why, why not, does it still hold, what has changed."""
