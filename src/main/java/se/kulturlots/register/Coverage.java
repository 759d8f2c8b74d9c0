package se.kulturlots.register;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import se.kulturlots.core.Id;
import se.kulturlots.core.OrganisationId;

/** Computes from where and from whom somebody is among chosen organisations. */
@Component
public class Coverage {

	private final JdbcClient jdbc;

	private final Municipalities municipalities;

	private final OrganisationSearch search;

	Coverage(JdbcClient jdbc, Municipalities municipalities, OrganisationSearch search) {
		this.jdbc = jdbc;
		this.municipalities = municipalities;
		this.search = search;
	}

	/**
	 * The coverage of a choice.
	 * @param authorityId whose area
	 * @param organisationIds the chosen organisations; those of others and those not in
	 * the register do not count
	 * @return shares and gaps
	 */
	public CoverageResult of(String authorityId, Collection<OrganisationId> organisationIds) {
		return of(authorityId, organisationIds, new OrganisationSearch.Selection("false", Map.of()));
	}

	/**
	 * The coverage of a choice and of all that are found.
	 * @param organisationIds as for {@link #of(String, Collection)}
	 * @param filter which ones are found
	 * @return shares and gaps
	 */
	public CoverageResult withAll(String authorityId, Collection<OrganisationId> organisationIds,
			OrganisationFilter filter) {
		return of(authorityId, organisationIds, this.search.selection(authorityId, filter));
	}

	private CoverageResult of(String authorityId, Collection<OrganisationId> organisationIds,
			OrganisationSearch.Selection found) {
		Set<String> places = new HashSet<>();
		Set<Sector> sectors = new HashSet<>();
		Set<PriorityGroup> groups = new HashSet<>();
		this.jdbc.sql("""
				select distinct o.municipality_code, o.sector, o.priority_group from organisation o
				where o.authority_id = :authority and o.status = 'ACTIVE'
				and (o.id = any(cast(:ids as uuid[])) or (%s))""".formatted(found.condition()))
			.params(found.parameters())
			.param("authority", authorityId)
			.param("ids", Id.texts(organisationIds))
			.query(Kind.class)
			.list()
			.forEach((kind) -> {
				places.add(kind.municipalityCode());
				sectors.add(kind.sector());
				groups.add(kind.priorityGroup());
			});
		List<Municipality> area = this.municipalities.of(authorityId);
		List<Municipality> silent = area.stream().filter((place) -> !places.contains(place.code())).toList();
		List<Sector> expected = Sector.expected();
		List<Sector> sectorsWithout = expected.stream().filter((sector) -> !sectors.contains(sector)).toList();
		List<PriorityGroup> groupsWithout = Arrays.stream(PriorityGroup.values())
			.filter((group) -> !groups.contains(group))
			.toList();
		return new CoverageResult(share(silent.size(), area.size()), share(sectorsWithout.size(), expected.size()),
				share(groupsWithout.size(), PriorityGroup.values().length), silent, sectorsWithout, groupsWithout);
	}

	private static double share(int without, int all) {
		return (all == 0) ? 1 : (double) (all - without) / all;
	}

	private record Kind(@Nullable String municipalityCode, Sector sector, @Nullable PriorityGroup priorityGroup) {
	}

}
