module example.com/app

go 1.27

require (
	example.com/a v1.0.1
	example.com/b v1.2.0 // indirect
	example.com/new v0.9.0
)

require example.com/c v0.1.0

replace example.com/c => ./local/d

replace example.com/fixed v1.0.0 => ./fixed

replace (
	example.com/same => example.com/other v1.1.1
	example.com/unlisted v1.0.0 => example.com/other v1.1.1
)
