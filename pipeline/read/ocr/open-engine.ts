import type { Engine } from './engine.ts';

/** The native Tesseract where it is installed (a third faster), else its WebAssembly build. Both read the same data. */
export async function openEngine(): Promise<Engine> {
  const { nativeEngine } = await import('./native-engine.ts');
  const native = await nativeEngine();
  if (native) return native;
  const { wasmEngine } = await import('./wasm-engine.ts');
  return wasmEngine();
}
