/** What the tests bundle: the product's workflows and the sample. */
export * from '../index';
export { sample, strayed } from './sample';
