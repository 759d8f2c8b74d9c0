package se.kulturlots.register.web;

import java.util.List;

import se.kulturlots.core.web.Choice;
import se.kulturlots.register.OrganisationFields;

/**
 * What can be chosen in a form about an organisation.
 *
 * @param priorityGroups the groups, and none of them
 * @param municipalities the municipalities, and none of them
 * @param rules what is asked of the form
 */
public record FormChoices(List<Choice> sectors, List<Choice> priorityGroups, List<Choice> municipalities,
		List<Choice> languages, OrganisationFields.Rules rules) {
}
