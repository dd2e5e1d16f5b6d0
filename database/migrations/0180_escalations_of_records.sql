-- What was told of a record is seen by who sees the record.
select kith.hang_on_records('escalation_log', 'kith.sees_record(object, record_id)');
