package se.kulturlots.workflow;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** The engine runs no script in any language. */
final class NoScripts implements ScriptEngineResolver {

	@Override
	public void addScriptEngineFactory(ScriptEngineFactory factory) {
		throw off();
	}

	@Override
	public ScriptEngineManager getScriptEngineManager() {
		throw off();
	}

	@Override
	public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
		throw off();
	}

	private static ProcessEngineException off() {
		return new ProcessEngineException("Scripting is off.");
	}

}
