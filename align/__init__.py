"""What is the same: facts of the plans brought to concepts shared by all plans."""
