module example.com/app

go 1.27

require (
	example.com/a v1.0.0
)

require example.com/c v0.1.0

replace example.com/c => ./local/c
