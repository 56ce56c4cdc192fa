//! The workspace as cargo knows it, reduced to what the rules look at.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package, PackageId};

use crate::Failure;

pub struct Workspace {
    pub root: PathBuf,
    pub crates: Vec<Crate>,
    /// For each of our crates the names of all packages that it builds on, directly or not, tests left out.
    pub reach: BTreeMap<String, BTreeSet<String>>,
}

pub struct Crate {
    pub name: String,
    /// Relative to the root, with slashes.
    pub folder: String,
    /// Names of all direct dependencies, those of tests included.
    pub depends_on: Vec<String>,
}

pub fn read() -> Result<Workspace, Failure> {
    let metadata = metadata()?;
    let members = metadata.workspace_packages();
    Ok(Workspace {
        root: metadata.workspace_root.clone().into_std_path_buf(),
        crates: members
            .iter()
            .map(|package| described(package, &metadata))
            .collect(),
        reach: members
            .iter()
            .map(|package| (package.name.to_string(), reach(&metadata, &package.id)))
            .collect(),
    })
}

pub fn metadata() -> Result<Metadata, Failure> {
    Ok(MetadataCommand::new()
        .other_options(["--locked".to_owned()])
        .exec()?)
}

fn described(package: &Package, metadata: &Metadata) -> Crate {
    let folder = package
        .manifest_path
        .parent()
        .and_then(|it| it.strip_prefix(&metadata.workspace_root).ok());
    Crate {
        name: package.name.to_string(),
        folder: folder.map(ToString::to_string).unwrap_or_default(),
        depends_on: package
            .dependencies
            .iter()
            // The program is tested from outside, by the people of the test kit.
            .filter(|it| it.kind != DependencyKind::Development || it.name != "testkit")
            .map(|it| it.name.clone())
            .collect(),
    }
}

fn reach(metadata: &Metadata, from: &PackageId) -> BTreeSet<String> {
    let Some(graph) = &metadata.resolve else {
        return BTreeSet::new();
    };
    let nodes: BTreeMap<_, _> = graph.nodes.iter().map(|node| (&node.id, node)).collect();
    let mut seen = BTreeSet::from([from]);
    let mut waiting = vec![from];
    while let Some(node) = waiting.pop().and_then(|id| nodes.get(id)) {
        let normal = |it: &&cargo_metadata::NodeDep| {
            it.dep_kinds
                .iter()
                .any(|kind| kind.kind == DependencyKind::Normal)
        };
        waiting.extend(
            node.deps
                .iter()
                .filter(normal)
                .map(|it| &it.pkg)
                .filter(|id| seen.insert(id)),
        );
    }
    seen.remove(from);
    metadata
        .packages
        .iter()
        .filter(|it| seen.contains(&it.id))
        .map(|it| it.name.to_string())
        .collect()
}
