package se.kulturlots.picture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import se.kulturlots.core.CaseId;
import se.kulturlots.core.Picture;
import se.kulturlots.core.Picture.Focus;

/** The pictures of authorities, one each, and of their cases. */
@Component
public class Pictures {

	private static final String READ = "select authority_id, name, alt, focus, widest, modern from picture ";

	private static final String OF = "authority_id = :authority and case_id is not distinct from :case::uuid";

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	Pictures(JdbcClient jdbc, JdbcTemplate template) {
		this.jdbc = jdbc;
		this.template = template;
	}

	/**
	 * The picture of a case, or of an authority.
	 * @param caseId the case, null for the authority itself
	 */
	public Optional<Picture> find(String authorityId, @Nullable CaseId caseId) {
		return this.jdbc.sql(READ + "where " + OF)
			.param("authority", authorityId)
			.param("case", text(caseId))
			.query(Pictures::read)
			.optional();
	}

	/**
	 * A file of a picture.
	 */
	public Optional<byte[]> file(String authorityId, String name, int width, String format) {
		return this.jdbc.sql("""
				select content from picture_file
				where authority_id = :authority and name = :name and width = :width and format = :format""")
			.param("authority", authorityId)
			.param("name", name)
			.param("width", width)
			.param("format", format)
			.query((rs, row) -> rs.getBytes(1))
			.optional();
	}

	/**
	 * The whole picture before it was cut.
	 * @return a JPEG
	 */
	public Optional<byte[]> whole(String authorityId, @Nullable CaseId caseId) {
		return this.jdbc.sql("select whole from picture where " + OF)
			.param("authority", authorityId)
			.param("case", text(caseId))
			.query((rs, row) -> rs.getBytes(1))
			.optional();
	}

	/**
	 * Shows a picture from now on, another one or the same in another way.
	 * @param caseId the case, null for the authority itself
	 * @param seen the name of the picture that is replaced, null if there was none
	 * @param original the picture, null to keep the one that is there
	 * @param alt what is to be seen on it, empty if it only decorates
	 * @param focus what of it stays in sight
	 * @throws PictureProblem if there is another picture than was seen
	 */
	@Transactional
	public void set(String authorityId, @Nullable CaseId caseId, @Nullable String seen, @Nullable Original original,
			String alt, Focus focus) {
		byte[] whole = (original != null) ? original.whole()
				: whole(authorityId, caseId).orElseThrow(PictureProblem::changedMeanwhile);
		// nobody waits for a lock while it is drawn
		List<PictureFile> files = ((original != null) ? original : Original.again(whole)).files(focus);
		if (seen != null) {
			remove(authorityId, caseId, seen);
		}
		UUID id = UUID.randomUUID();
		String name = id.toString().replace("-", "");
		int added = this.jdbc.sql("""
				insert into picture (id, authority_id, case_id, name, alt, focus, widest, modern, whole)
				values (:id, :authority, :case::uuid, :name, :alt, :focus, :widest, :modern, :whole)
				on conflict do nothing""")
			.param("id", id)
			.param("authority", authorityId)
			.param("case", text(caseId))
			.param("name", name)
			.param("alt", alt)
			.param("focus", focus.name())
			.param("widest", files.get(files.size() - 1).width())
			.param("modern", files.stream().anyMatch((file) -> file.format().equals(PictureFormat.WEBP.ending())))
			.param("whole", whole)
			.update();
		if (added == 0) {
			throw PictureProblem.changedMeanwhile();
		}
		this.template.batchUpdate(
				"insert into picture_file (picture_id, authority_id, name, width, format, content) "
						+ "values (?, ?, ?, ?, ?, ?)",
				files.stream()
					.map((file) -> new Object[] { id, authorityId, name, file.width(), file.format(), file.content() })
					.toList());
	}

	/**
	 * Shows none from now on.
	 * @param seen the name of the picture that is meant
	 * @throws PictureProblem if there is another one, or none
	 */
	@Transactional
	public void remove(String authorityId, @Nullable CaseId caseId, String seen) {
		int removed = this.jdbc.sql("delete from picture where name = :name and " + OF)
			.param("name", seen)
			.param("authority", authorityId)
			.param("case", text(caseId))
			.update();
		if (removed == 0) {
			throw PictureProblem.changedMeanwhile();
		}
	}

	private static @Nullable String text(@Nullable CaseId caseId) {
		return (caseId != null) ? caseId.toString() : null;
	}

	private static Picture read(ResultSet rs, int row) throws SQLException {
		return new Picture(rs.getString("authority_id"), rs.getString("name"), rs.getString("alt"),
				Focus.valueOf(rs.getString("focus")), rs.getInt("widest"), rs.getBoolean("modern"));
	}

}
