//! All rules about the shape of the repository, one after the other.

use crate::{
    Failure, features, imports, levels, schemas, shape, sources, unused, walls, workspace,
};

/// One sentence for each rule that is broken, with the place.
pub fn complaints() -> Result<Vec<String>, Failure> {
    let workspace = workspace::read()?;
    let sources = sources::read(&workspace.root)?;
    Ok([
        levels::complaints(&workspace.crates),
        walls::complaints(&workspace),
        imports::complaints(&sources),
        shape::complaints(&sources),
        schemas::complaints(&sources),
        unused::complaints(&workspace.crates, &sources),
        features::complaints()?,
    ]
    .concat())
}
