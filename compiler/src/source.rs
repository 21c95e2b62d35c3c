//! Source files and positions.
//!
//! A `Pos` is one number for file and byte offset: every file gets a range of the number line when
//! it is added, so a position stays four bytes and compares in file order. It never refers to text.

use std::cell::{Cell, OnceCell, RefCell};

/// A place in some source file; 0 is "no position".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Pos(pub u32);

impl Pos {
    pub const NONE: Pos = Pos(0);
    pub fn is_known(self) -> bool {
        self.0 != 0
    }
    /// The position `n` bytes further.
    pub fn plus(self, n: u32) -> Pos {
        Pos(self.0 + n)
    }
}

/// A file in the source map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// Line and column, both from 1, the column in bytes of UTF-8; `//line` directives applied.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Location<'a> {
    pub file: &'a str,
    pub line: u32,
    pub column: u32,
}

/// One source file. `'a` is the compilation's arena.
#[derive(Debug)]
pub struct SourceFile<'a> {
    /// As messages show it: `./prog.go`.
    pub name: &'a str,
    /// As tracebacks show it: absolute for user files, `$GOROOT`-like for the library.
    pub path: &'a str,
    pub text: &'a str,
    pub base: u32,
    /// Part of the library: its frames are library-internal, its bodies are lazy.
    pub library: bool,
    /// From a Go installation, in the library's place.
    pub goroot: bool,
    /// Offsets of the word `func` and of the body's braces of each function with a body, of a library
    /// file.
    pub bodies: &'static [(u32, u32, u32)],
    /// N of the language version go1.N of the file's module, if it is not the program's own.
    pub go: Cell<Option<u32>>,
    /// Byte offset of each line's start; made when somebody asks for a line.
    lines: OnceCell<Vec<u32>>,
    /// `//line` directives in file order: (offset from which it holds, file, line, column if given).
    directives: RefCell<Vec<(u32, &'a str, u32, Option<u32>)>>,
}

/// All files of a compilation.
#[derive(Debug, Default)]
pub struct SourceMap<'a> {
    files: RefCell<Vec<&'a SourceFile<'a>>>,
}

impl<'a> SourceMap<'a> {
    pub fn new() -> Self {
        SourceMap::default()
    }

    /// Adds a file of the program.
    pub fn add(
        &self,
        arena: &'a crate::Arena,
        name: &str,
        path: &str,
        text: &'a str,
    ) -> &'a SourceFile<'a> {
        self.insert(arena, arena.str(name), arena.str(path), text, None, false)
    }

    /// Adds a file of gvm's library; `path` is what tracebacks show.
    pub fn add_library(
        &self,
        arena: &'a crate::Arena,
        path: &str,
        file: crate::load::LibraryFile,
    ) -> &'a SourceFile<'a> {
        let path = arena.str(path);
        self.insert(arena, path, path, file.text, Some(file.bodies), false)
    }

    /// Adds a file of a Go installation's standard library, whose bodies are all parsed at once.
    pub fn add_goroot(
        &self,
        arena: &'a crate::Arena,
        path: &str,
        text: &'a str,
    ) -> &'a SourceFile<'a> {
        let path = arena.str(path);
        self.insert(arena, path, path, text, Some(&[]), true)
    }

    fn insert(
        &self,
        arena: &'a crate::Arena,
        name: &'a str,
        path: &'a str,
        text: &'a str,
        bodies: Option<&'static [(u32, u32, u32)]>,
        goroot: bool,
    ) -> &'a SourceFile<'a> {
        let mut files = self.files.borrow_mut();
        let base = files.last().map_or(1, |f| f.base + f.text.len() as u32 + 1);
        let file = arena.keep(SourceFile {
            name,
            path,
            text,
            base,
            library: bodies.is_some(),
            goroot,
            bodies: bodies.unwrap_or_default(),
            go: Cell::new(None),
            lines: OnceCell::new(),
            directives: RefCell::default(),
        });
        files.push(file);
        file
    }

    /// The file that `pos` is in.
    pub fn file(&self, pos: Pos) -> Option<&'a SourceFile<'a>> {
        let files = self.files.borrow();
        let i = files.partition_point(|f| f.base <= pos.0);
        if pos.is_known() && i > 0 { Some(files[i - 1]) } else { None }
    }

    /// The place a person would look for, `//line` applied.
    pub fn location(&self, pos: Pos) -> Option<Location<'a>> {
        self.file(pos).map(|f| f.location(pos))
    }
}

impl<'a> SourceFile<'a> {
    pub fn pos(&self, offset: usize) -> Pos {
        Pos(self.base + offset as u32)
    }
    pub fn offset(&self, pos: Pos) -> usize {
        (pos.0 - self.base) as usize
    }
    fn lines(&self) -> &[u32] {
        self.lines.get_or_init(|| {
            let newlines = self.text.bytes().enumerate().filter(|x| x.1 == b'\n');
            std::iter::once(0).chain(newlines.map(|x| x.0 as u32 + 1)).collect()
        })
    }
    /// Line and column in the file itself.
    pub fn line_column(&self, pos: Pos) -> (u32, u32) {
        let off = pos.0 - self.base;
        let lines = self.lines();
        let line = lines.partition_point(|&s| s <= off);
        (line as u32, off - lines[line - 1] + 1)
    }
    /// The text of a line (from 1), without its end.
    pub fn line_text(&self, line: u32) -> &'a str {
        let lines = self.lines();
        let start = lines[line as usize - 1] as usize;
        let end = lines.get(line as usize).map_or(self.text.len(), |&e| e as usize - 1);
        self.text[start..end].trim_end_matches('\r')
    }
    /// The scanner met a `//line` or `/*line` directive; it holds from `offset` on.
    pub fn add_directive(&self, offset: usize, file: &'a str, line: u32, column: Option<u32>) {
        self.directives.borrow_mut().push((offset as u32, file, line, column));
    }
    pub fn location(&self, pos: Pos) -> Location<'a> {
        let (line, column) = self.line_column(pos);
        let off = pos.0 - self.base;
        let ds = self.directives.borrow();
        let i = ds.partition_point(|d| d.0 <= off);
        if i == 0 {
            return Location { file: self.name, line, column };
        }
        let (at, file, dline, dcol) = ds[i - 1];
        let (start_line, start_col) = self.line_column(Pos(self.base + at));
        let column = match dcol {
            Some(c) if line == start_line => column - start_col + c,
            Some(_) => column,
            None => 0,
        };
        Location { file, line: dline + (line - start_line), column }
    }
}
