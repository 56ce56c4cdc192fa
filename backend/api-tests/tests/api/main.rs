//! What the platform promises over its API, on both databases. One binary: it links once.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::too_many_lines,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that stumbles has failed and says where; a story is told in one piece"
)]

mod actor_maps;
mod agreements;
mod bad_input;
mod bus_contract;
mod calendar;
mod claims;
mod closed_rooms;
mod codes;
mod collisions;
mod composing;
mod contacts;
mod contract;
mod cost;
mod dead_letters;
mod dilemmas;
mod emergencies;
mod erasure;
mod erasure_asked;
mod erasure_ledger;
mod evaluating;
mod facilitating;
mod feedback;
mod files;
mod generated;
mod handovers;
mod heard;
mod home;
mod identity_accounts;
mod identity_tests;
mod invitations;
mod issues;
mod joining;
mod leak_matrix;
mod leaving;
mod logs;
mod matrix;
mod migrations;
mod moderation;
mod moderation_appeals;
mod moderation_between;
mod moderation_titles;
mod moderation_words;
mod moving;
mod mutes;
mod naming;
mod network_members;
mod network_places;
mod networks;
mod nominations;
mod nonsense;
mod notifications;
mod operations;
mod organisation_roles;
mod own_data;
mod own_part;
mod own_terms;
mod people;
mod plans;
mod post_files;
mod post_files_kept;
mod posting_pace;
mod profile_parts;
mod race;
mod realtime;
mod realtime_document;
mod replay;
mod replay_all;
mod responses;
mod results;
mod rounds;
mod scanner;
mod schema;
mod search;
mod sessions;
mod site;
mod socket_abuse;
mod socket_rights;
mod speak_notes;
mod standard_reasons;
mod talks;
mod tasks;
mod tasks_bounds;
mod tasks_runners;
mod tenants;
mod thread_marks;
mod thread_moves;
mod thread_pages;
mod threads;
mod ties;
mod twice;
mod two_tenants;
mod unauthorized;
mod waiting_posts;
mod walls;
mod world;
mod world_moderated;
mod world_rows;
