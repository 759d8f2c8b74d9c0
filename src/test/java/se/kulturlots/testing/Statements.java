package se.kulturlots.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;

/** The SQL that requests have cost. */
public class Statements implements QueryExecutionListener {

	private final List<String> asked = new CopyOnWriteArrayList<>();

	private volatile @Nullable Thread watched;

	DataSource watch(DataSource source) {
		return ProxyDataSourceBuilder.create(source).listener(this).build();
	}

	/**
	 * What the server asks the database while something is done.
	 * @param work for example opens a page
	 * @return the statements of requests alone, in their order
	 */
	public List<String> during(Runnable work) {
		this.asked.clear();
		work.run();
		return List.copyOf(this.asked);
	}

	/**
	 * What the calling thread asks the database while it does something itself.
	 * @param work for example writes to many people
	 * @return its statements, a batch as one
	 */
	public List<String> here(Runnable work) {
		this.watched = Thread.currentThread();
		try {
			return during(work);
		}
		finally {
			this.watched = null;
		}
	}

	@Override
	public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
	}

	@Override
	public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
		// the sender of mails and others work in threads of their own
		Thread thread = Thread.currentThread();
		if (thread == this.watched || thread.getName().contains("-exec-")) {
			queries.forEach((query) -> this.asked.add(query.getQuery()));
		}
	}

}
