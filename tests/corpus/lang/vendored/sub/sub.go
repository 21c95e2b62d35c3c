package sub

import "example.com/forked"

func Name() string { return "sub of " + forked.Name }
