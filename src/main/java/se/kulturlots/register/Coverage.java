package se.kulturlots.register;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
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

	Coverage(JdbcClient jdbc, Municipalities municipalities) {
		this.jdbc = jdbc;
		this.municipalities = municipalities;
	}

	/**
	 * The coverage of a choice.
	 * @param authorityId whose area
	 * @param organisationIds the chosen organisations; those of others and those not in
	 * the register do not count
	 * @return shares and gaps
	 */
	public CoverageResult of(String authorityId, Collection<OrganisationId> organisationIds) {
		Set<String> places = new HashSet<>();
		Set<Sector> sectors = new HashSet<>();
		Set<PriorityGroup> groups = new HashSet<>();
		this.jdbc.sql("""
				select distinct municipality_code, sector, priority_group from organisation
				where authority_id = :authority and status = 'ACTIVE' and id = any(cast(:ids as uuid[]))""")
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
