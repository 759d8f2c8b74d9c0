-- processes under way called the case they belong to a consultation; the engine makes its tables later than these
do $$
declare
	variables text;
begin
	foreach variables in array array['act_ru_variable', 'act_hi_varinst', 'act_hi_detail'] loop
		if to_regclass(variables) is not null then
			execute format('update %I set name_ = ''caseId'' where name_ = ''consultationId''', variables);
		end if;
	end loop;
end
$$;
