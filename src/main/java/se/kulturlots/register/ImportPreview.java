package se.kulturlots.register;

import java.util.List;

/**
 * What would happen if a file were imported.
 *
 * @param report the report that the import would give
 * @param unusedHeadings the columns that are not read
 * @param sample the first organisations as they would be stored
 */
public record ImportPreview(ImportReport report, List<String> unusedHeadings, List<OrganisationDetails> sample) {
}
