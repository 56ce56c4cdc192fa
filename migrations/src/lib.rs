//! Every change of the schema, in order; each runs in a transaction on both databases.
//!
//! Promise: the same file works on SQLite and on PostgreSQL, up and down.
//! Absent: no data of the product; what a table means stands at its entity, in its slice.

pub use sea_orm_migration::MigratorTrait;
use sea_orm_migration::prelude::*;

mod m20261124_000001_jobs;
mod m20261124_000002_platform;
mod m20261124_000003_identity;
mod m20261124_000004_issues;
mod m20261124_000005_threads;
mod m20261124_000006_mail;
mod m20261124_000007_people;
mod m20261124_000008_invitations;
mod m20261124_000010_files;
mod m20261124_000011_results;
mod m20261124_000012_notifications;
mod m20261125_000020_product_editions;
mod m20261125_000040_issue_order;
mod m20261125_000050_hand_over;
mod m20261125_000070_calendar;
mod m20261125_000103_topic_level;
mod m20261126_000029_walls;
mod m20261126_000037_ways_to_rows;
mod m20261127_000041_name_words;
mod m20261127_000042_raised_hands;
mod m20261127_000043_wave_plans;
mod m20261127_000044_reach_reports;
mod m20261127_000045_hall_links;
mod m20261128_000046_networks;
mod m20261128_000050_profiles;
mod m20261128_000060_looks;
mod m20261128_000061_own_records;
mod m20261129_000070_joined_tenants;
mod m20261130_000080_nominations;
mod m20261130_000081_contacts;
mod m20261201_000090_evaluations;
mod m20261201_000091_agreements;
mod m20261201_000092_address_sources;
mod m20261202_000100_profile_parts;
mod m20261202_000101_gap_people;
mod m20261203_000110_member_paths;
mod m20261204_000120_ties;
mod m20261205_000130_joint_talks;
mod m20261205_000140_organisation_roles;
mod m20261206_000150_handovers;
mod m20261207_000160_moderation;
mod m20261207_000170_talking;
mod m20261207_000171_rounds;
mod m20261207_000172_dilemmas;
mod m20261207_000180_closed_rooms;
mod m20261207_000190_facilitating;
mod m20261208_000210_picture_sides;
mod m20261208_000300_mutes;
mod m20261208_000310_waiting_posts;
mod m20261208_000400_actor_maps;
mod m20261208_000401_emergencies;
mod m20261209_000010_post_files;
mod m20261209_000101_standard_reasons;
mod m20261209_000102_reported_titles;
mod m20261209_000201_tasks;
mod m20261209_000202_speak_notes;
mod m20261210_000001_kept_of_posts;
mod m20261210_000101_cases_of_a_room;
mod m20261210_000201_joined_by_issue;
mod m20261210_000301_unanswered_objections;
mod m20261210_000302_reported_issues;
mod m20261210_000401_erasure;
mod m20261210_000501_presence;
mod m20261210_000502_retention;
mod m20261210_000601_room_acts;
mod m20261210_000701_translations;
mod m20261210_000702_translated_version;
mod m20261211_000801_legal_holds;
mod m20261212_000901_linked_sessions;
mod m20261213_001001_ended_parts;
mod m20261214_001101_words_one_has;
mod m20261214_001102_own_questions;
mod m20261215_001201_outcome_reviews;
mod m20261215_001202_issue_reminders;
mod m20261215_001204_ending_parts;
mod m20261215_001205_inbound_mail;
mod m20261215_001206_follows_in_order;
mod rls;
mod roles;
mod table;

pub use roles::{let_in, see_every_tenant};

pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261124_000001_jobs::Migration),
            Box::new(m20261124_000002_platform::Migration),
            Box::new(m20261124_000003_identity::Migration),
            Box::new(m20261124_000004_issues::Migration),
            Box::new(m20261124_000005_threads::Migration),
            Box::new(m20261124_000006_mail::Migration),
            Box::new(m20261124_000007_people::Migration),
            Box::new(m20261124_000008_invitations::Migration),
            Box::new(m20261124_000010_files::Migration),
            Box::new(m20261124_000011_results::Migration),
            Box::new(m20261124_000012_notifications::Migration),
            Box::new(m20261125_000020_product_editions::Migration),
            Box::new(m20261125_000040_issue_order::Migration),
            Box::new(m20261125_000050_hand_over::Migration),
            Box::new(m20261125_000070_calendar::Migration),
            Box::new(m20261125_000103_topic_level::Migration),
            Box::new(m20261126_000029_walls::Migration),
            Box::new(m20261126_000037_ways_to_rows::Migration),
            Box::new(m20261127_000041_name_words::Migration),
            Box::new(m20261127_000042_raised_hands::Migration),
            Box::new(m20261127_000043_wave_plans::Migration),
            Box::new(m20261127_000044_reach_reports::Migration),
            Box::new(m20261127_000045_hall_links::Migration),
            Box::new(m20261128_000046_networks::Migration),
            Box::new(m20261128_000050_profiles::Migration),
            Box::new(m20261128_000060_looks::Migration),
            Box::new(m20261128_000061_own_records::Migration),
            Box::new(m20261130_000080_nominations::Migration),
            Box::new(m20261130_000081_contacts::Migration),
            Box::new(m20261129_000070_joined_tenants::Migration),
            Box::new(m20261201_000090_evaluations::Migration),
            Box::new(m20261201_000091_agreements::Migration),
            Box::new(m20261201_000092_address_sources::Migration),
            Box::new(m20261202_000100_profile_parts::Migration),
            Box::new(m20261202_000101_gap_people::Migration),
            Box::new(m20261203_000110_member_paths::Migration),
            Box::new(m20261204_000120_ties::Migration),
            Box::new(m20261205_000130_joint_talks::Migration),
            Box::new(m20261205_000140_organisation_roles::Migration),
            Box::new(m20261206_000150_handovers::Migration),
            Box::new(m20261207_000160_moderation::Migration),
            Box::new(m20261207_000170_talking::Migration),
            Box::new(m20261207_000171_rounds::Migration),
            Box::new(m20261207_000172_dilemmas::Migration),
            Box::new(m20261207_000180_closed_rooms::Migration),
            Box::new(m20261207_000190_facilitating::Migration),
            Box::new(m20261208_000210_picture_sides::Migration),
            Box::new(m20261208_000300_mutes::Migration),
            Box::new(m20261208_000310_waiting_posts::Migration),
            Box::new(m20261208_000400_actor_maps::Migration),
            Box::new(m20261208_000401_emergencies::Migration),
            Box::new(m20261209_000010_post_files::Migration),
            Box::new(m20261209_000101_standard_reasons::Migration),
            Box::new(m20261209_000102_reported_titles::Migration),
            Box::new(m20261209_000201_tasks::Migration),
            Box::new(m20261209_000202_speak_notes::Migration),
            Box::new(m20261210_000001_kept_of_posts::Migration),
            Box::new(m20261210_000101_cases_of_a_room::Migration),
            Box::new(m20261210_000201_joined_by_issue::Migration),
            Box::new(m20261210_000301_unanswered_objections::Migration),
            Box::new(m20261210_000302_reported_issues::Migration),
            Box::new(m20261210_000401_erasure::Migration),
            Box::new(m20261210_000501_presence::Migration),
            Box::new(m20261210_000502_retention::Migration),
            Box::new(m20261210_000601_room_acts::Migration),
            Box::new(m20261210_000701_translations::Migration),
            Box::new(m20261210_000702_translated_version::Migration),
            Box::new(m20261211_000801_legal_holds::Migration),
            Box::new(m20261212_000901_linked_sessions::Migration),
            Box::new(m20261213_001001_ended_parts::Migration),
            Box::new(m20261214_001101_words_one_has::Migration),
            Box::new(m20261214_001102_own_questions::Migration),
            Box::new(m20261215_001201_outcome_reviews::Migration),
            Box::new(m20261215_001202_issue_reminders::Migration),
            Box::new(m20261215_001204_ending_parts::Migration),
            Box::new(m20261215_001205_inbound_mail::Migration),
            Box::new(m20261215_001206_follows_in_order::Migration),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// On SQLite it would not by itself. An index that is made `CONCURRENTLY` is the only exception, by name.
    #[test]
    fn each_change_runs_in_a_transaction() {
        for change in Migrator::migrations() {
            assert_eq!(change.use_transaction(), Some(true), "{}", change.name());
        }
    }
}
