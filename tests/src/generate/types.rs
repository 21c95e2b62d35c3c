//! The types of generated programs.

use super::Generator;

pub const INTS: [&str; 11] = [
    "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64",
    "uintptr",
];

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Type {
    Bool,
    /// An index into `INTS`.
    Int(usize),
    /// Of 32 or 64 bits.
    Float(u8),
    /// Of 64 or 128 bits.
    Complex(u8),
    String,
    /// A numeric type of the program.
    Named(usize),
    Slice(Box<Type>),
    Array(usize, Box<Type>),
    Map(Box<Type>, Box<Type>),
    Struct(usize),
    Pointer(Box<Type>),
    Func(Vec<Type>, Box<Type>),
    Any,
}

pub struct Struct {
    pub name: String,
    pub fields: Vec<(String, Type)>,
}

impl Type {
    pub fn is_unsigned(&self) -> bool {
        matches!(self, Type::Int(5..))
    }
}

impl Generator {
    pub fn type_text(&self, t: &Type) -> String {
        match t {
            Type::Bool => "bool".into(),
            Type::Int(i) => INTS[*i].into(),
            Type::Float(n) => format!("float{n}"),
            Type::Complex(n) => format!("complex{n}"),
            Type::String => "string".into(),
            Type::Named(i) => format!("named{i}_{}", self.seed),
            Type::Slice(e) => format!("[]{}", self.type_text(e)),
            Type::Array(n, e) => format!("[{n}]{}", self.type_text(e)),
            Type::Map(k, v) => format!("map[{}]{}", self.type_text(k), self.type_text(v)),
            Type::Struct(i) => self.structs[*i].name.clone(),
            Type::Pointer(e) => format!("*{}", self.type_text(e)),
            Type::Func(params, result) => {
                let list: Vec<String> = params.iter().map(|p| self.type_text(p)).collect();
                format!("func({}) {}", list.join(", "), self.type_text(result))
            }
            Type::Any => "any".into(),
        }
    }

    /// What a type is made of, for numbers: a named type's own.
    pub fn underlying(&self, t: &Type) -> Type {
        match t {
            Type::Named(i) => self.named[*i].clone(),
            t => t.clone(),
        }
    }

    pub fn integer(&mut self) -> Type {
        if !self.named.is_empty() && self.r.once_in(6) {
            return Type::Named(self.r.below(self.named.len()));
        }
        Type::Int(self.r.below(INTS.len()))
    }

    pub fn scalar(&mut self) -> Type {
        match self.r.below(16) {
            0 | 1 => Type::Bool,
            2 => Type::Float(32),
            3 => Type::Float(64),
            4 => Type::Complex(if self.r.once_in(2) { 64 } else { 128 }),
            5 | 6 => Type::String,
            7 | 8 => Type::Int(0),
            _ => self.integer(),
        }
    }

    fn key(&mut self) -> Type {
        match self.r.below(6) {
            0 => Type::String,
            1 => Type::Bool,
            2 => Type::Array(2, Box::new(Type::Int(6))),
            _ => self.integer(),
        }
    }

    /// Anything that holds values of its own or shares memory, but functions.
    pub fn plain(&mut self) -> Type {
        match self.r.below(14) {
            0 | 1 => Type::Slice(Box::new(self.scalar())),
            2 => Type::Array(1 + self.r.below(4), Box::new(self.scalar())),
            3 => Type::Map(Box::new(self.key()), Box::new(self.scalar())),
            4 | 5 if !self.structs.is_empty() => Type::Struct(self.r.below(self.structs.len())),
            6 if !self.structs.is_empty() => {
                Type::Pointer(Box::new(Type::Struct(self.r.below(self.structs.len()))))
            }
            7 => Type::Any,
            8 if !self.structs.is_empty() => {
                Type::Slice(Box::new(Type::Struct(self.r.below(self.structs.len()))))
            }
            _ => self.scalar(),
        }
    }

    pub fn func_type(&mut self) -> Type {
        let params = (0..self.r.below(3)).map(|_| self.scalar()).collect();
        Type::Func(params, Box::new(self.scalar()))
    }

    /// Whether `==` is there for it, and cannot panic.
    pub fn comparable(&self, t: &Type) -> bool {
        match t {
            Type::Slice(_) | Type::Map(..) | Type::Func(..) | Type::Any => false,
            Type::Array(_, e) => self.comparable(e),
            Type::Struct(i) => self.structs[*i].fields.iter().all(|(_, t)| self.comparable(t)),
            _ => true,
        }
    }

    /// Whether it can be printed: the same text every time, and it ends.
    pub fn printable(&self, t: &Type) -> bool {
        match t {
            Type::Pointer(_) | Type::Func(..) | Type::Any => false,
            Type::Array(_, e) | Type::Slice(e) => self.printable(e),
            Type::Map(k, v) => self.printable(k) && self.printable(v),
            Type::Struct(i) => self.structs[*i].fields.iter().all(|(_, t)| self.printable(t)),
            _ => true,
        }
    }
}
