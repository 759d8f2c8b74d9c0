package se.kulturlots.subscription;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.cases.Words;
import se.kulturlots.core.CaseId;
import se.kulturlots.core.Columns;
import se.kulturlots.core.EmailAddress;
import se.kulturlots.core.Id;
import se.kulturlots.core.Lots;
import se.kulturlots.subscription.Subscriber.Subscription;

/** The tables of subscribers and what they follow. */
@Component
class Subscribers {

	private static final String READ = """
			select s.id, s.authority_id, s.email, s.language, f.id as subscription, f.case_id, c.title, f.asked_at,
				f.confirmed_at,
				""" + Words.READ + "f.case_id and w.part = 'TITLE'" + Words.AS_OTHER_WORDS + """

			from subscriber s join subscription f on f.subscriber_id = s.id left join cases c on c.id = f.case_id
			""";

	private static final String ORDER = " order by s.id, f.case_id is not null, c.title";

	private final JdbcClient jdbc;

	Subscribers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/* the language is that in which they asked last */
	SubscriberId put(String authorityId, EmailAddress email, Locale locale, @Nullable CaseId caseId, Instant now) {
		SubscriberId subscriber = this.jdbc.sql("""
				insert into subscriber (id, authority_id, email, language)
				values (:id, :authority, :email, :language)
				on conflict (authority_id, email) do update set language = excluded.language
				returning id""")
			.param("id", UUID.randomUUID())
			.param("authority", authorityId)
			.param("email", email.key())
			.param("language", locale.getLanguage())
			.query(Columns.ids(SubscriberId::new))
			.single();
		this.jdbc.sql("""
				insert into subscription (id, subscriber_id, case_id, asked_at)
				values (:id, :subscriber, :case, :now)
				on conflict (subscriber_id, case_id) do update set asked_at = excluded.asked_at
				where subscription.confirmed_at is null""")
			.param("id", UUID.randomUUID())
			.param("subscriber", subscriber)
			.param("case", caseId)
			.param("now", now)
			.update();
		return subscriber;
	}

	Optional<Subscriber> find(SubscriberId id) {
		return read("where s.id = :id", Map.of("id", id)).stream().findFirst();
	}

	Optional<Subscriber> find(String authorityId, EmailAddress email) {
		return read("where s.authority_id = :authority and s.email = :email",
				Map.of("authority", authorityId, "email", email.key()))
			.stream()
			.findFirst();
	}

	/** Those with something confirmed, a lot of them after an id. */
	List<Subscriber> confirmed(String authorityId, Id after) {
		return read(
				"""
						where s.id in (
							select id from subscriber where authority_id = :authority and id > :after
							and exists (select from subscription where subscriber_id = subscriber.id and confirmed_at is not null)
							order by id limit :lot)""",
				Map.of("authority", authorityId, "after", after, "lot", Lots.SIZE));
	}

	private List<Subscriber> read(String condition, Map<String, ?> parameters) {
		Map<SubscriberId, Subscriber> found = new LinkedHashMap<>();
		this.jdbc.sql(READ + condition + ORDER).params(parameters).query((rs) -> {
			SubscriberId id = Columns.id(rs, "id", SubscriberId::new);
			Subscriber one = found.get(id);
			if (one == null) {
				one = new Subscriber(id, rs.getString("authority_id"), new EmailAddress(rs.getString("email")),
						Locale.forLanguageTag(rs.getString("language")), new ArrayList<>());
				found.put(id, one);
			}
			one.subscriptions()
				.add(new Subscription(Columns.id(rs, "subscription", SubscriptionId::new),
						Columns.idOrNull(rs, "case_id", CaseId::new), rs.getString("title"),
						Words.parse(rs.getString("other_words")), Columns.instant(rs, "asked_at"),
						Columns.instantOrNull(rs, "confirmed_at")));
		});
		return List.copyOf(found.values());
	}

	void confirm(SubscriberId subscriber, Instant now) {
		this.jdbc.sql(
				"update subscription set confirmed_at = :now where subscriber_id = :subscriber and confirmed_at is null")
			.param("now", now)
			.param("subscriber", subscriber)
			.update();
	}

	void end(SubscriberId subscriber, SubscriptionId subscription) {
		this.jdbc.sql("delete from subscription where id = :id and subscriber_id = :subscriber")
			.param("id", subscription)
			.param("subscriber", subscriber)
			.update();
		forgetIdle(List.of(subscriber));
	}

	void endAll(SubscriberId subscriber) {
		this.jdbc.sql("delete from subscriber where id = :id").param("id", subscriber).update();
	}

	/** Forgets what nobody has confirmed in time. */
	void forgetUnconfirmed(Instant askedBefore) {
		List<SubscriberId> touched = this.jdbc.sql("""
				delete from subscription where confirmed_at is null and asked_at < :before
				returning subscriber_id""").param("before", askedBefore).query(Columns.ids(SubscriberId::new)).list();
		if (!touched.isEmpty()) {
			forgetIdle(touched);
		}
	}

	// locked first: somebody may be asking for something new just now
	private void forgetIdle(List<SubscriberId> subscribers) {
		this.jdbc.sql("select id from subscriber where id in (:ids) order by id for update")
			.param("ids", subscribers)
			.query(Columns.ids(SubscriberId::new))
			.list();
		this.jdbc.sql("""
				delete from subscriber where id in (:ids) and not exists (
					select from subscription where subscriber_id = subscriber.id)""")
			.param("ids", subscribers)
			.update();
	}

}
