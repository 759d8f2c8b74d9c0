package se.kulturlots.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The register in memory while a file is read: each row finds the organisation that it
 * speaks of, from the register or from an earlier row. The same file again finds the
 * same.
 */
class RegisterIndex {

	private final List<Entry> entries = new ArrayList<>();

	private final Map<String, Entry> byNumber = new HashMap<>();

	private final Map<String, List<Entry>> byName = new HashMap<>();

	private final Map<String, Set<Entry>> byEmail = new HashMap<>();

	RegisterIndex(Collection<Organisation> organisations) {
		organisations
			.forEach((organisation) -> add(new Entry(organisation, organisation.details(), organisation.nameKey())));
	}

	/**
	 * The register as it would be with what has been read, for reading once more.
	 */
	static RegisterIndex after(RegisterIndex reading) {
		RegisterIndex index = new RegisterIndex(List.of());
		reading.entries.forEach((entry) -> index.add(new Entry(entry.organisation, entry.details, entry.nameKey)));
		return index;
	}

	List<Entry> entries() {
		return this.entries;
	}

	int count(Predicate<Entry> condition) {
		return (int) this.entries.stream().filter(condition).count();
	}

	List<OrganisationDetails> details() {
		return this.entries.stream().map(Entry::details).toList();
	}

	Entry add(ImportRow row) {
		Entry entry = new Entry(null, row.details(), row.nameKey());
		add(entry);
		return entry;
	}

	private void add(Entry entry) {
		this.entries.add(entry);
		this.byName.computeIfAbsent(entry.nameKey, (key) -> new ArrayList<>()).add(entry);
		index(entry);
	}

	void change(Entry entry, OrganisationDetails details) {
		String before = entry.details.email();
		if (before != null && !before.equals(details.email())) {
			this.byEmail.get(before).remove(entry);
		}
		entry.details = details;
		index(entry);
	}

	private void index(Entry entry) {
		if (entry.details.organisationNumber() != null) {
			this.byNumber.put(entry.details.organisationNumber(), entry);
		}
		if (entry.details.email() != null) {
			this.byEmail.computeIfAbsent(entry.details.email(), (key) -> new LinkedHashSet<>()).add(entry);
		}
	}

	/**
	 * The organisation a row speaks of: the one with its number; or with its name in its
	 * municipality; or with its address and a name that contains the other.
	 */
	Optional<Entry> find(ImportRow row) {
		OrganisationDetails details = row.details();
		Entry numbered = this.byNumber.get(Objects.requireNonNullElse(details.organisationNumber(), ""));
		if (numbered != null) {
			return Optional.of(numbered);
		}
		return this.byName.getOrDefault(row.nameKey(), List.of())
			.stream()
			.filter((entry) -> !entry.details.hasOtherNumberThan(details) && entry.details.isInSamePlaceAs(details))
			.findFirst()
			.or(() -> withEmail(details).stream()
				.filter((entry) -> !entry.details.hasOtherNumberThan(details)
						&& isPartOfOther(entry.nameKey, row.nameKey()))
				.findFirst());
	}

	Set<Entry> withEmail(OrganisationDetails details) {
		return this.byEmail.getOrDefault(Objects.requireNonNullElse(details.email(), ""), Set.of());
	}

	private static boolean isPartOfOther(String one, String other) {
		Set<String> first = new HashSet<>(Arrays.asList(one.split(" ")));
		Set<String> second = new HashSet<>(Arrays.asList(other.split(" ")));
		return first.containsAll(second) || second.containsAll(first);
	}

	/** An organisation of the register or of the file. */
	static final class Entry {

		private final @Nullable Organisation organisation;

		private final String nameKey;

		private OrganisationDetails details;

		private int firstRow;

		private Entry(@Nullable Organisation organisation, OrganisationDetails details, String nameKey) {
			this.organisation = organisation;
			this.details = details;
			this.nameKey = nameKey;
		}

		@Nullable Organisation organisation() {
			return this.organisation;
		}

		String nameKey() {
			return this.nameKey;
		}

		OrganisationDetails details() {
			return this.details;
		}

		void touch(int row) {
			this.firstRow = row;
		}

		int firstRow() {
			return this.firstRow;
		}

		boolean isTouched() {
			return this.firstRow > 0;
		}

		boolean isNew() {
			return this.organisation == null;
		}

		boolean isChecked() {
			return this.organisation != null && this.organisation.checkedAt() != null;
		}

		boolean isChanged() {
			return this.organisation != null && !this.organisation.details().equals(this.details);
		}

	}

}
