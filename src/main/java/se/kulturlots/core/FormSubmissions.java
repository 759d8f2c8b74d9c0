package se.kulturlots.core;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts each form once, however often it is sent. The same content again does nothing
 * and gives the same result; other content is taken as a change of what was sent before.
 * Of two sendings at the same moment the second waits for the first.
 */
@Component
public class FormSubmissions {

	/** A form that has been open for longer counts as a new one. */
	private static final Duration REMEMBERED = Duration.ofDays(30);

	private static final int FORGOTTEN_AT_ONCE = 200;

	private final JdbcClient jdbc;

	private final AppClock clock;

	FormSubmissions(JdbcClient jdbc, AppClock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Takes a form. If the work fails, nothing is remembered and the form can be sent
	 * again.
	 * @param form which form and for what, for example {@code registration:} and the id
	 * of the meeting; an id counts within it
	 * @param sent what was sent
	 * @param type makes an id of the kind of what is made
	 * @param work makes what the form is for, or changes it: it is given the id of what
	 * was made when the form was sent with other content, and returns the id of what
	 * stands for the form from now on
	 * @return the id of what stands for the form
	 */
	@Transactional
	public <T extends Id> T take(String form, FormSubmission sent, Function<UUID, T> type,
			Function<Optional<T>, T> work) {
		return take(form, sent, type, (id) -> null, (before) -> work.apply(before.map(Earlier::id)));
	}

	/**
	 * Takes a form that makes what others may change: the work is told whether they have
	 * done so since the form was sent.
	 * @param version the version of what was made, null if it has none or is gone
	 * @see #take(String, FormSubmission, Function, Function)
	 */
	@Transactional
	public <T extends Id> T take(String form, FormSubmission sent, Function<UUID, T> type,
			Function<T, @Nullable Integer> version, Function<Optional<Earlier<T>>, T> work) {
		forget();
		boolean first = this.jdbc.sql("""
				insert into form_submission (form, submission_id, digest, sent_at) values (:form, :id, :digest, :now)
				on conflict do nothing""")
			.param("form", form)
			.param("id", sent.id())
			.param("digest", sent.digest())
			.param("now", this.clock.instant())
			.update() == 1;
		Optional<Taken> before = first ? Optional.empty() : Optional.of(before(form, sent.id()));
		if (before.isPresent() && before.get().digest().equals(sent.digest())) {
			return type.apply(before.get().result());
		}
		T result = work.apply(before.map((taken) -> earlier(type.apply(taken.result()), taken.version(), version)));
		this.jdbc.sql("""
				update form_submission set digest = :digest, result = :result, version = :version
				where form = :form and submission_id = :id""")
			.param("digest", sent.digest())
			.param("result", result)
			.param("version", version.apply(result))
			.param("form", form)
			.param("id", sent.id())
			.update();
		return result;
	}

	private static <T extends Id> Earlier<T> earlier(T id, @Nullable Integer then,
			Function<T, @Nullable Integer> version) {
		return new Earlier<>(id, then == null || then.equals(version.apply(id)));
	}

	private Taken before(String form, UUID id) {
		return this.jdbc.sql("""
				select digest, result, version from form_submission where form = :form and submission_id = :id
				for update""").param("form", form).param("id", id).query(Taken.class).single();
	}

	private void forget() {
		this.jdbc.sql("""
				delete from form_submission where (form, submission_id) in (select form, submission_id
					from form_submission where sent_at < :old limit :most for update skip locked)""")
			.param("old", this.clock.instant().minus(REMEMBERED))
			.param("most", FORGOTTEN_AT_ONCE)
			.update();
	}

	record Taken(String digest, UUID result, @Nullable Integer version) {
	}

	/**
	 * What a form made when it was sent before.
	 *
	 * @param <T> the type of its id
	 * @param untouched whether nobody has changed it since
	 */
	public record Earlier<T extends Id>(T id, boolean untouched) {

		/**
		 * Refuses to write over what somebody else has changed.
		 * @throws Problem if somebody has
		 */
		public void requireUntouched() {
			if (!this.untouched) {
				throw new ChangedSince();
			}
		}

	}

	/** Somebody has changed what the form made, after it was sent. */
	private static final class ChangedSince extends Problem {

		ChangedSince() {
			super(Kind.CONFLICT, "core.form.changedSince");
			at(FormSubmission.FIELD);
		}

	}

}
