package se.kulturlots.core.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.validation.ConstraintViolation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

import se.kulturlots.core.BrokenConstraint;
import se.kulturlots.core.FormSubmission;
import se.kulturlots.core.LostRace;
import se.kulturlots.core.Problem;

/**
 * A form as it is shown: what stands in its fields, word for word as it was typed, and
 * what is wrong about it.
 */
public final class Form {

	private static final Logger log = LoggerFactory.getLogger(Form.class);

	/** The hidden field that tells a form sent twice from two forms. */
	public static final String SUBMISSION_ID = FormSubmission.FIELD;

	private final Page page;

	private final Map<String, String[]> values;

	private final Map<String, Wrong> errors = new LinkedHashMap<>();

	private final Map<String, String> labels = new HashMap<>();

	private final List<String> generalErrors = new ArrayList<>();

	private final UUID submissionId;

	private List<String> order = List.of();

	private int status = 200;

	private final boolean submitted;

	private Form(Page page, Map<String, String[]> values, boolean submitted) {
		this.page = page;
		this.values = values;
		this.submitted = submitted;
		this.submissionId = uuid(value(SUBMISSION_ID)).orElseGet(UUID::randomUUID);
	}

	static Form of(Page page, Map<String, String[]> values) {
		return new Form(page, values, false);
	}

	static Form submitted(Page page, Map<String, String[]> values) {
		return new Form(page, values, true);
	}

	/**
	 * Whether somebody has sent it, so that what stands in it is what they typed.
	 * @return false when it is shown for the first time
	 */
	public boolean isSubmitted() {
		return this.submitted;
	}

	private static Optional<UUID> uuid(String text) {
		try {
			return Optional.of(UUID.fromString(text));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/**
	 * What stands in a field.
	 * @param field its name
	 * @return empty if nothing
	 */
	public String value(String field) {
		String[] found = this.values.get(field);
		return (found != null && found.length != 0) ? found[0] : "";
	}

	/**
	 * All that was sent, to be sent again word for word.
	 * @param without the fields to leave out, as is the token of the page
	 * @return the values by the names of their fields
	 */
	public Map<String, List<String>> typed(String... without) {
		Map<String, List<String>> typed = new LinkedHashMap<>();
		this.values.forEach((name, sent) -> {
			if (!name.equals(this.page.csrfName()) && !Arrays.asList(without).contains(name)) {
				typed.put(name, List.of(sent));
			}
		});
		return typed;
	}

	/**
	 * Whether a choice of a field is made.
	 * @param field its name
	 * @param choice the choice's value
	 * @return true if it is chosen
	 */
	public boolean isChosen(String field, String choice) {
		String[] found = this.values.get(field);
		return found != null && Arrays.asList(found).contains(choice);
	}

	/**
	 * What is wrong about a field.
	 * @param field its name
	 * @return null if nothing
	 */
	public @Nullable String error(String field) {
		Wrong wrong = this.errors.get(field);
		return (wrong != null) ? wrong.sentence() : null;
	}

	/**
	 * The fields about which something is wrong, in the order of the form.
	 * @return their names
	 */
	public Set<String> errors() {
		return this.errors.keySet()
			.stream()
			.sorted(Comparator.comparingInt(this::place))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/**
	 * What is wrong about a field, said so that it is clear without the field.
	 * @param field its name
	 * @return the sentence, after the field's label if the sentence could be about any
	 */
	public String summary(String field) {
		Wrong wrong = Objects.requireNonNull(this.errors.get(field), field);
		String label = this.labels.get(field);
		return (wrong.general() && label != null) ? label + ": " + wrong.sentence() : wrong.sentence();
	}

	/**
	 * Remembers what a field is called.
	 * @param field its name
	 * @param label what people read
	 * @return the label
	 */
	public String labelled(String field, String label) {
		this.labels.put(field, label);
		return label;
	}

	/**
	 * What is wrong about the form as a whole.
	 * @return sentences
	 */
	public List<String> generalErrors() {
		return this.generalErrors;
	}

	public boolean hasErrors() {
		return !this.errors.isEmpty() || !this.generalErrors.isEmpty();
	}

	/**
	 * The status of a page that shows this form.
	 * @return 200 without errors
	 */
	public int status() {
		return this.status;
	}

	/**
	 * The id of the element of a field, and of its choice if it has some.
	 * @param field the field's name
	 * @return letters, digits and hyphens
	 */
	public String id(String field) {
		return field.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", "");
	}

	/**
	 * What the element of a field is described by.
	 * @param field the field's name
	 * @param hinted whether it has a hint
	 * @return ids, or null if there are none
	 */
	public @Nullable String describedBy(String field, boolean hinted) {
		String ids = (hinted ? id(field) + "-hint" : "")
				+ (this.errors.containsKey(field) ? " " + id(field) + "-error" : "");
		return ids.isEmpty() ? null : ids.strip();
	}

	/**
	 * The id that makes a form sent twice count once.
	 * @return that of the form as it was sent, or a new one
	 */
	public UUID submissionId() {
		return this.submissionId;
	}

	/**
	 * Does what the form is for, unless it has errors.
	 * @param <T> what comes of it
	 * @param work what to do; a {@link Problem} that the form can show becomes an error,
	 * and so does that somebody else was first
	 * @return what came of it, or nothing if the form is to be shown again
	 */
	public <T> Optional<T> attempt(Supplier<T> work) {
		if (hasErrors()) {
			return Optional.empty();
		}
		try {
			return Optional.of(work.get());
		}
		catch (Problem problem) {
			if (problem.field() == null && problem.kind() != Problem.Kind.INVALID) {
				throw problem;
			}
			add(problem);
			return Optional.empty();
		}
		catch (RuntimeException fault) {
			if (!LostRace.isCauseOf(fault)) {
				throw fault;
			}
			log.info("Somebody else was first: {}",
					BrokenConstraint.in(fault).map(Object::toString).orElseGet(() -> fault.getClass().getSimpleName()));
			refuse(Problem.Kind.CONFLICT.status(), "core.form.second");
			return Optional.empty();
		}
	}

	/**
	 * Does what the form is for, unless it has errors.
	 * @param work what to do; a {@link Problem} that the form can show becomes an error
	 * @return whether it was done
	 */
	public boolean done(Runnable work) {
		return attempt(() -> {
			work.run();
			return true;
		}).isPresent();
	}

	/**
	 * Shows a problem with the form.
	 * @return this form
	 */
	public Form add(Problem problem) {
		return add(problem.field(), new Wrong(this.page.t(problem), false), problem.kind().status());
	}

	/**
	 * Shows an error at a field.
	 * @param field its name
	 * @param key the key of the sentence
	 * @return this form
	 */
	public Form error(String field, String key, Object... arguments) {
		return add(field, new Wrong(this.page.t(key, arguments), false), Problem.Kind.INVALID.status());
	}

	/**
	 * Refuses the form as a whole.
	 * @param refusal the status of the answer
	 * @param key the key of the sentence
	 * @return this form
	 */
	public Form refuse(int refusal, String key, Object... arguments) {
		return add(null, new Wrong(this.page.t(key, arguments), false), refusal);
	}

	private Form add(@Nullable String field, Wrong wrong, int errorStatus) {
		if (field == null || SUBMISSION_ID.equals(field)) {
			this.generalErrors.add(wrong.sentence());
		}
		else {
			this.errors.putIfAbsent(field, wrong);
		}
		this.status = errorStatus;
		return this;
	}

	Form take(BindingResult binding) {
		this.order = FormValues.order(binding.getTarget());
		binding.getFieldErrors()
			.stream()
			.sorted(Comparator.comparing((error) -> !isAboutAbsence(error)))
			.forEach((error) -> add(error.getField(), sentence(error), Problem.Kind.INVALID.status()));
		binding.getGlobalErrors().forEach((error) -> add(null, sentence(error), Problem.Kind.INVALID.status()));
		return this;
	}

	private int place(String field) {
		int declared = this.order.indexOf(field.split("[.\\[]", 2)[0]);
		int typed = List.copyOf(this.values.keySet()).indexOf(field);
		return ((declared < 0) ? 1000 : declared) * 1000 + ((typed < 0) ? 999 : typed);
	}

	private static boolean isAboutAbsence(FieldError error) {
		return error.getCode() != null && error.getCode().startsWith("Not");
	}

	private Wrong sentence(ObjectError error) {
		if (error instanceof FieldError field && field.isBindingFailure()) {
			String[] codes = Objects.requireNonNullElse(error.getCodes(), new String[0]);
			return new Wrong(this.page.firstOf(codes, "core.form.typeMismatch"), true);
		}
		String sentence = error.getDefaultMessage();
		return (sentence != null) ? new Wrong(sentence, isGeneral(error))
				: new Wrong(this.page.t("core.form.typeMismatch"), true);
	}

	private static boolean isGeneral(ObjectError error) {
		return error.contains(ConstraintViolation.class)
				&& error.unwrap(ConstraintViolation.class).getMessageTemplate().startsWith("{jakarta.");
	}

	/** What is wrong, and whether the sentence could be about any field. */
	private record Wrong(String sentence, boolean general) {
	}

}
