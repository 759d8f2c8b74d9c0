package se.kulturlots.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.core.Columns;
import se.kulturlots.core.OrganisationId;
import se.kulturlots.core.PlainText;

/** Finds organisations in the register of an authority. */
@Component
public class OrganisationSearch {

	/** How many a page holds. */
	public static final int PAGE_SIZE = 50;

	private static final int MAX_WORDS = 8;

	private static final int FETCH = 1000;

	private static final String BY_NAME = " order by o.name collate \"sv-x-icu\", o.seq";

	private final JdbcClient jdbc;

	private final JdbcClient inLots;

	OrganisationSearch(JdbcClient jdbc, DataSource dataSource) {
		this.jdbc = jdbc;
		JdbcTemplate template = new JdbcTemplate(dataSource);
		template.setFetchSize(FETCH);
		this.inLots = JdbcClient.create(template);
	}

	/**
	 * A page of them.
	 * @param filter which ones
	 * @param page the number of the page, from 0; a page after the last one is the last
	 * @return by name
	 */
	public OrganisationPage find(String authorityId, OrganisationFilter filter, int page) {
		Condition condition = condition(authorityId, filter);
		int total = count(condition);
		int number = Math.max(0, Math.min(page, (total - 1) / PAGE_SIZE));
		return new OrganisationPage(rows(condition, " limit " + PAGE_SIZE + " offset " + number * PAGE_SIZE), total,
				number, PAGE_SIZE);
	}

	/**
	 * How many there are.
	 * @param filter which ones
	 */
	public int count(String authorityId, OrganisationFilter filter) {
		return count(condition(authorityId, filter));
	}

	private int count(Condition condition) {
		return this.jdbc.sql("select count(*) from organisation o where " + condition.sql())
			.params(condition.parameters())
			.query(Integer.class)
			.single();
	}

	/**
	 * All of them.
	 * @param filter which ones
	 * @return by name
	 */
	public List<OrganisationRow> all(String authorityId, OrganisationFilter filter) {
		return rows(condition(authorityId, filter), "");
	}

	/**
	 * The ids of all of them.
	 * @param filter which ones
	 * @return by name
	 */
	public List<OrganisationId> idsOf(String authorityId, OrganisationFilter filter) {
		Condition condition = condition(authorityId, filter);
		return this.jdbc.sql("select o.id from organisation o where " + condition.sql() + BY_NAME)
			.params(condition.parameters())
			.query(Columns.ids(OrganisationId::new))
			.list();
	}

	/**
	 * How many there are.
	 * @return active ones, those of them that can be written to, and those that wait
	 */
	public Counts counts(String authorityId) {
		return this.jdbc.sql("""
				select count(*) filter (where status = 'ACTIVE') as active,
				count(*) filter (where status = 'ACTIVE' and email is not null) as reachable,
				count(*) filter (where status = 'PENDING') as pending
				from organisation where authority_id = :authority""")
			.param("authority", authorityId)
			.query(Counts.class)
			.single();
	}

	/** Which of the register a filter leaves, for a statement that calls them o. */
	Selection selection(String authorityId, OrganisationFilter filter) {
		Condition condition = condition(authorityId, filter);
		return new Selection(condition.sql(), condition.parameters());
	}

	/** Within a transaction: outside one the driver would hold them all. */
	void forEachDetails(String authorityId, OrganisationFilter filter, Consumer<OrganisationDetails> work) {
		Condition condition = condition(authorityId, filter);
		try (Stream<OrganisationDetails> all = this.inLots.sql("""
				select o.name, o.organisation_number, o.sector, o.type, o.municipality_code, o.postal_code, o.locality,
				o.email, o.phone, o.website, o.contact_name, o.language, o.priority_group, o.number_as_written
				from organisation o where """ + " " + condition.sql() + BY_NAME)
			.params(condition.parameters())
			.query(OrganisationDetails.class)
			.stream()) {
			all.forEach(work);
		}
	}

	private List<OrganisationRow> rows(Condition condition, String limit) {
		return this.jdbc.sql("""
				select o.id, o.name, o.organisation_number, o.sector, o.municipality_code, m.name as municipality,
				o.email, o.language, o.priority_group, o.status
				from organisation o left join municipality m on m.code = o.municipality_code
				where """ + " " + condition.sql() + BY_NAME + limit)
			.params(condition.parameters())
			.query(OrganisationRow.class)
			.list();
	}

	private static Condition condition(String authorityId, OrganisationFilter filter) {
		Condition condition = new Condition();
		condition.add("o.authority_id = :authority", "authority", authorityId);
		condition.add("o.sector = :sector", "sector", name(filter.sector()));
		condition.add("o.priority_group = :priorityGroup", "priorityGroup", name(filter.priorityGroup()));
		condition.add("o.status = :status", "status", name(filter.status()));
		if (OrganisationFilter.UNKNOWN.equals(filter.municipality())) {
			condition.add("o.municipality_code is null");
		}
		else {
			condition.add("o.municipality_code = :municipality", "municipality", filter.municipality());
		}
		if (filter.hasEmail() != null) {
			condition.add(filter.hasEmail() ? "o.email is not null" : "o.email is null");
		}
		String text = PlainText.line((filter.text() != null) ? filter.text() : "").toLowerCase(java.util.Locale.ROOT);
		int word = 0;
		for (String part : text.split(" ", MAX_WORDS + 1)) {
			if (!part.isEmpty() && word < MAX_WORDS) {
				String name = "word" + word++;
				condition.add("o.search_text like :" + name, name, "%" + part.replaceAll("[\\\\%_]", "\\\\$0") + "%");
			}
		}
		return condition;
	}

	private static @Nullable String name(@Nullable Enum<?> value) {
		return (value != null) ? value.name() : null;
	}

	/**
	 * How many organisations there are.
	 *
	 * @param active in the register
	 * @param reachable those of them with a mail address
	 * @param pending those that wait to be looked at
	 */
	public record Counts(int active, int reachable, int pending) {
	}

	/**
	 * Some organisations.
	 *
	 * @param condition what is true of them
	 * @param parameters what it names
	 */
	record Selection(String condition, Map<String, Object> parameters) {
	}

	private static final class Condition {

		private final List<String> parts = new ArrayList<>();

		private final Map<String, Object> parameters = new HashMap<>();

		void add(String part) {
			this.parts.add(part);
		}

		void add(String part, String name, @Nullable Object value) {
			if (value != null) {
				this.parts.add(part);
				this.parameters.put(name, value);
			}
		}

		String sql() {
			return String.join(" and ", this.parts);
		}

		Map<String, Object> parameters() {
			return this.parameters;
		}

	}

}
