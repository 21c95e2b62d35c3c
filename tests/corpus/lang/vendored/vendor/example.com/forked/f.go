package forked

const Name = "a fork"
