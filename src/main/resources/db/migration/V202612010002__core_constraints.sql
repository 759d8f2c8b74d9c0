-- the names of constraints say where two people can meet: what one makes may be there, what one points at may be gone
alter index unit_name rename to unit_once;
alter index organisation_by_number rename to organisation_number_once;
alter index organisation_by_name rename to organisation_name_once;
alter table question rename constraint question_consultation_id_position_key to question_once;
alter table plan rename constraint plan_consultation_id_key to plan_once;
alter table plan_section rename constraint plan_section_plan_id_position_key to plan_section_once;
alter table plan_version rename constraint plan_version_pkey to plan_version_once;
alter table plan_decision rename constraint plan_decision_plan_id_number_body_key to plan_decision_once;
alter table plan_disposition rename constraint plan_disposition_section_id_plan_id_fkey to plan_disposition_section_there;
alter table plan_answer rename constraint plan_answer_section_id_plan_id_fkey to plan_answer_section_there;
alter table cases rename constraint cases_unit_id_fkey to cases_unit_there;
