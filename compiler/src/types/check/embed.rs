//! Variables that `//go:embed` fills: their types (documentation of package embed).
//!
//! As in gc all of it is told only when the package has no other errors.

use std::rc::Rc;

use super::Checker;
use crate::embed::{Embeds, Files};
use crate::types::object::{ObjId, PkgId};
use crate::types::type_::{TypeId, TypeKind};

/// What a variable gets.
#[derive(Clone, Debug)]
pub enum Contents {
    String(Rc<Files>),
    Bytes(Rc<Files>),
    /// An `embed.FS`.
    Files(Rc<Files>),
}

impl Checker<'_> {
    /// Enters the files of a checked package's variables; errors go to the diagnostics.
    pub fn embeds(&mut self, pkg: PkgId, embeds: &Embeds) {
        if embeds.is_empty() {
            return;
        }
        let outer = self.env.pkg.replace(pkg);
        for var in self.package_vars(pkg) {
            let pos = self.objs[var].pos;
            let Some(found) = embeds.get(&pos) else { continue };
            if self.go < 16 {
                let m = format!(
                    "go:embed requires go1.16 or later (-lang was set to go1.{}; check go.mod)",
                    self.go
                );
                self.error(found.directive, m);
                continue;
            }
            self.obj_decl(var);
            let typ = self.objs[var].typ;
            match self.contents(typ, &found.files) {
                Ok(contents) => {
                    self.embedded.insert(var, contents);
                }
                Err(message) => self.error(pos, message),
            }
        }
        self.env.pkg = outer;
    }

    fn contents(&mut self, typ: TypeId, files: &Rc<Files>) -> Result<Contents, String> {
        let fs = self.package_object("embed", "FS").map(|o| self.objs[o].typ);
        if fs.is_some_and(|fs| self.types.identical(fs, typ)) {
            return Ok(Contents::Files(files.clone()));
        }
        let under = self.under(typ);
        let single = match self.types.raw_kind(under).clone() {
            _ if self.types.identical(under, TypeId::STRING) => Contents::String(files.clone()),
            TypeKind::Slice(elem) if self.is_byte(elem) => Contents::Bytes(files.clone()),
            _ => {
                let typ = self.type_str(typ);
                return Err(format!("go:embed cannot apply to var of type {typ}"));
            }
        };
        match files.len() {
            1 => Ok(single),
            _ => Err(format!("invalid go:embed: multiple files for type {}", self.type_str(typ))),
        }
    }

    fn is_byte(&mut self, t: TypeId) -> bool {
        let under = self.under(t);
        self.types.identical(under, TypeId::UINT8)
    }

    /// What a package variable gets from files.
    pub fn embedded_contents(&self, var: ObjId) -> Option<Contents> {
        self.embedded.get(&var).cloned()
    }
}
