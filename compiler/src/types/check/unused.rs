//! Variables that are never used.

use super::Checker;

impl<'a> Checker<'a> {
    /// Reports the unused ones among the local variables from index `first` on, and forgets them.
    pub(super) fn unused_vars(&mut self, first: usize) {
        for v in self.local_vars.split_off(first) {
            if self.objs.var(v).is_some_and(|i| !i.used) {
                let n = self.name(self.objs[v].name);
                let pos = self.objs[v].pos;
                self.soft_error(pos, format!("declared and not used: {n}"));
            }
        }
    }
}
