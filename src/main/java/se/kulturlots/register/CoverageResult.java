package se.kulturlots.register;

import java.util.List;

/**
 * How well a choice of organisations covers the area of an authority.
 *
 * @param municipalityShare the share of municipalities with at least one of them, 0 to 1
 * @param sectorShare the share of sectors with at least one
 * @param priorityShare the share of priority groups with at least one
 * @param municipalitiesWithout the municipalities without any, by name
 * @param sectorsWithout the sectors without any
 * @param priorityGroupsWithout the priority groups without any
 */
public record CoverageResult(double municipalityShare, double sectorShare, double priorityShare,
		List<Municipality> municipalitiesWithout, List<Sector> sectorsWithout,
		List<PriorityGroup> priorityGroupsWithout) {

	/**
	 * Whether there is somebody from everywhere.
	 * @return true if no gap is left
	 */
	public boolean isComplete() {
		return this.municipalitiesWithout.isEmpty() && this.sectorsWithout.isEmpty()
				&& this.priorityGroupsWithout.isEmpty();
	}

}
