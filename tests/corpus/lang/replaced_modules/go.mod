module example.com/app

go 1.24

require (
	example.com/lib v1.2.3
	example.com/forked v0.0.0 // indirect
)

replace example.com/lib => ./lib

replace (
	example.com/forked v0.0.0 => ./forked
	example.com/unused => ./nowhere
)
