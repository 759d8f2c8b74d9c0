package se.kulturlots.input;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.consultation.InputId;
import se.kulturlots.consultation.InputPeriodId;
import se.kulturlots.consultation.SubmissionId;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Columns;
import se.kulturlots.core.Id;
import se.kulturlots.core.PlainText;
import se.kulturlots.input.Submission.Channel;

/** Finds and counts what came in. */
@Component
public class InputSearch {

	private static final String FROM = """
			 from input i
			join input_submission s on s.id = i.submission_id
			left join input o on o.id = i.duplicate_of
			left join municipality m on m.code = s.municipality_code
			""";

	private static final String SELECT = """
			select i.id, i.submission_id, i.reference, coalesce(i.question_id, i.section_id) as field, i.heading, i.text,
				i.theme, o.reference as duplicate_of, (select count(*) from input d where d.duplicate_of = i.id) as joined,
				i.hidden, i.hidden_reason, i.withdrawn_at is not null as withdrawn, s.received_at, s.late, s.channel,
				s.organisation_name, s.name, s.email, m.name as municipality
			"""
			+ FROM;

	private static final Pattern UUID_SHAPE = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

	private final JdbcClient jdbc;

	InputSearch(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A page of inputs.
	 * @param filter which
	 * @param page the page, from 1
	 * @param size how many on a page
	 * @return in the order in which they came
	 */
	public List<InputRow> rows(InputPeriodId periodId, InputFilter filter, int page, int size) {
		return matching(SELECT, periodId, filter,
				" order by s.received_at, s.reference, i.position limit :size offset :skip",
				Map.of("size", size, "skip", (Math.max(page, 1) - 1L) * size))
			.query(InputSearch::row)
			.list();
	}

	/**
	 * How many inputs there are.
	 * @param filter which
	 * @return their number on all pages
	 */
	public int count(InputPeriodId periodId, InputFilter filter) {
		return matching("select count(*)" + FROM, periodId, filter, "", Map.of()).query(Integer.class).single();
	}

	private JdbcClient.StatementSpec matching(String select, InputPeriodId periodId, InputFilter filter, String rest,
			Map<String, ?> restParameters) {
		StringBuilder sql = new StringBuilder(select).append(" where i.period_id = :period and ")
			.append(filter.show().condition());
		Map<String, Object> parameters = new HashMap<>(restParameters);
		parameters.put("period", periodId);
		if (filter.field() != null) {
			sql.append(" and ").append(field(filter.field(), parameters));
		}
		if (filter.theme() != null) {
			sql.append(" and lower(coalesce(o.theme, i.theme)) = lower(:theme)");
			parameters.put("theme", filter.theme());
		}
		if (filter.text() != null) {
			sql.append(
					"""
							 and (strpos(lower(i.text), lower(:text)) > 0 or strpos(lower(i.reference), lower(:text)) > 0
							or strpos(lower(coalesce(s.organisation_name, '') || ' ' || coalesce(s.name, '')), lower(:text)) > 0)""");
			parameters.put("text", PlainText.line(filter.text()));
		}
		return this.jdbc.sql(sql.append(rest).toString()).params(parameters);
	}

	private static String field(String key, Map<String, Object> parameters) {
		if (!UUID_SHAPE.matcher(key).matches()) {
			return "i.question_id is null and i.section_id is null";
		}
		parameters.put("field", UUID.fromString(key));
		return "coalesce(i.question_id, i.section_id) = :field";
	}

	private static InputRow row(ResultSet rs, int number) throws SQLException {
		UUID field = rs.getObject("field", UUID.class);
		return new InputRow(Columns.id(rs, "id", InputId::new), Columns.id(rs, "submission_id", SubmissionId::new),
				rs.getString("reference"), (field != null) ? field.toString() : InputField.OTHER,
				rs.getString("heading"), rs.getString("text"), rs.getString("theme"), rs.getString("duplicate_of"),
				rs.getInt("joined"), rs.getBoolean("hidden"), rs.getString("hidden_reason"), rs.getBoolean("withdrawn"),
				Columns.instant(rs, "received_at"), rs.getBoolean("late"), Channel.valueOf(rs.getString("channel")),
				rs.getString("organisation_name"), rs.getString("name"), rs.getString("email"),
				rs.getString("municipality"));
	}

	/**
	 * What has come in, in numbers.
	 * @return the numbers of now
	 */
	public Counts counts(InputPeriodId periodId) {
		return this.jdbc.sql("""
				select count(distinct i.submission_id) as submissions, count(*) as inputs,
					count(*) filter (where i.theme is null and i.duplicate_of is null and not i.hidden) as untriaged,
					count(*) filter (where s.late) as late, count(*) filter (where i.hidden) as hidden,
					count(*) filter (where i.duplicate_of is not null) as joined
				from input i join input_submission s on s.id = i.submission_id
				where i.period_id = :period and i.withdrawn_at is null""")
			.param("period", periodId)
			.query(Counts.class)
			.single();
	}

	/**
	 * How many sent something for the first time on each day, in all periods of a
	 * consultation; whoever sends more is no more people.
	 * @param zone the authority's zone
	 * @return the days on which somebody new did
	 */
	public Map<LocalDate, Integer> sendersPerDay(CaseId consultationId, ZoneId zone) {
		Map<LocalDate, Integer> perDay = new TreeMap<>();
		this.jdbc.sql("""
				select day, count(*) from (
					select min(cast(s.received_at at time zone :zone as date)) as day
					from input_period p join input_submission s on s.period_id = p.id
					where p.consultation_id = :consultation and s.withdrawn_at is null
					group by coalesce(lower(s.email), s.id::text)) sender
				group by day""").param("zone", zone.getId()).param("consultation", consultationId).query((rs) -> {
			perDay.put(rs.getObject(1, LocalDate.class), rs.getInt(2));
		});
		return perDay;
	}

	/**
	 * The themes in use.
	 * @return by name
	 */
	public List<String> themes(InputPeriodId periodId) {
		return this.jdbc.sql("""
				select distinct theme collate "sv-x-icu" as name from input
				where period_id = :period and theme is not null order by name""")
			.param("period", periodId)
			.query(String.class)
			.list();
	}

	/**
	 * How much was said on each theme, with what was joined.
	 * @return the most spoken of first, what has no theme last
	 */
	public List<Share> perTheme(InputPeriodId periodId) {
		return this.jdbc.sql("""
				select coalesce(o.theme, i.theme) as name, count(*) as number
				from input i left join input o on o.id = i.duplicate_of
				where i.period_id = :period and i.withdrawn_at is null
				group by 1 order by 1 is null, 2 desc, 1""").param("period", periodId).query(Share.class).list();
	}

	/**
	 * How much was said on each question or section.
	 * @return by the key of the field
	 */
	public Map<String, Integer> perField(InputPeriodId periodId) {
		Map<String, Integer> numbers = new HashMap<>();
		this.jdbc.sql("""
				select coalesce(coalesce(question_id, section_id)::text, :other) as name, count(*) as number
				from input where period_id = :period and withdrawn_at is null group by 1""")
			.param("period", periodId)
			.param("other", InputField.OTHER)
			.query(Share.class)
			.list()
			.forEach((share) -> numbers.put(share.name(), share.number()));
		return numbers;
	}

	/**
	 * What the public may read: neither what is hidden or withdrawn nor names of persons.
	 * @param theme a theme, null for all
	 * @param page the page, from 1
	 * @param size how many on a page
	 * @return by theme and in the order in which they came
	 */
	public List<PublicInput> published(InputPeriodId periodId, @Nullable String theme, int page, int size) {
		return this.jdbc.sql("""
				select i.id, i.reference, i.theme, i.heading, i.text, s.organisation_name, s.late,
					(select count(*) from input d where d.duplicate_of = i.id and d.withdrawn_at is null) as also_said
				from input i join input_submission s on s.id = i.submission_id
				where i.period_id = :period and i.withdrawn_at is null and not i.hidden and i.duplicate_of is null
				and (cast(:theme as text) is null or i.theme = :theme)
				order by i.theme collate "sv-x-icu" nulls last, s.received_at, s.reference, i.position
				limit :size offset :skip""")
			.param("period", periodId)
			.param("theme", theme)
			.param("size", size)
			.param("skip", (Math.max(page, 1) - 1L) * size)
			.query(PublicInput.class)
			.list();
	}

	/**
	 * How much of what is not hidden was said on each theme, with what was joined.
	 * @return by name, what has no theme last
	 */
	public List<PublicTheme> publishedThemes(InputPeriodId periodId) {
		return this.jdbc.sql("""
				select coalesce(o.theme, i.theme) collate "sv-x-icu" as name, count(*) as number,
					count(*) filter (where i.duplicate_of is null) as listed
				from input i left join input o on o.id = i.duplicate_of
				where i.period_id = :period and i.withdrawn_at is null and not i.hidden
				group by 1 order by 1 nulls last""").param("period", periodId).query(PublicTheme.class).list();
	}

	/**
	 * From where people have sent something. Too few are not to be shown to the public.
	 * @return by name, who has not said it last
	 */
	public List<Place> perMunicipality(InputPeriodId periodId) {
		return this.jdbc.sql("""
				select m.name collate "sv-x-icu" as name, count(*) as number,
					count(*) filter (where s.organisation_name is null) as persons
				from input_submission s left join municipality m on m.code = s.municipality_code
				where s.period_id = :period and s.withdrawn_at is null
				group by 1 order by 1 nulls last""").param("period", periodId).query(Place.class).list();
	}

	Map<InputId, Instant> received(Collection<InputId> inputIds) {
		Map<InputId, Instant> received = new HashMap<>();
		this.jdbc.sql("""
				select i.id, s.received_at from input i join input_submission s on s.id = i.submission_id
				where i.id = any(cast(:ids as uuid[]))""").param("ids", Id.texts(inputIds)).query((rs) -> {
			received.put(Columns.id(rs, 1, InputId::new), Columns.instant(rs, 2));
		});
		return received;
	}

	/**
	 * What has come in, in numbers; what was withdrawn does not count.
	 *
	 * @param submissions how many have sent something
	 * @param inputs how much they said
	 * @param untriaged how much of it has neither theme, nor is joined or hidden
	 * @param late how much came late
	 * @param hidden how much the public may not see
	 * @param joined how much says the same as another
	 */
	public record Counts(int submissions, int inputs, int untriaged, int late, int hidden, int joined) {
	}

	/**
	 * How often something is.
	 *
	 * @param name what it is, null for what has no name
	 * @param number how often
	 */
	public record Share(@Nullable String name, int number) {
	}

	/**
	 * How much was said on a theme.
	 *
	 * @param name its name, null for what has none
	 * @param number all of it
	 * @param listed how much stands by itself, the rest says the same
	 */
	public record PublicTheme(@Nullable String name, int number, int listed) {
	}

	/**
	 * How many sent something from somewhere.
	 *
	 * @param name the municipality, null for those who have not said
	 * @param number how many
	 * @param persons how many of them for no organisation
	 */
	public record Place(@Nullable String name, int number, int persons) {
	}

	/**
	 * What the public may read.
	 *
	 * @param reference its number
	 * @param theme what it is sorted under, or null
	 * @param heading the question or section, or null
	 * @param text what was said
	 * @param organisationName who said it, null for a person
	 * @param late whether it came after the last day
	 * @param alsoSaid how many others said the same
	 */
	public record PublicInput(InputId id, String reference, @Nullable String theme, @Nullable String heading,
			String text, @Nullable String organisationName, boolean late, int alsoSaid) {
	}

}
