export { AS_IT_IS } from '../asItIs';
