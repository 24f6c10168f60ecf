/** Which sentence explains the figure. The limits are ours: with 6–10 customers a difference of 0.1 means little. */
export const alignmentSays = (alignment: number): 'high' | 'middle' | 'low' => (alignment >= 0.85 ? 'high' : alignment >= 0.65 ? 'middle' : 'low')

export const spearmanSays = (rho: number): 'high' | 'middle' | 'none0' | 'reverse' => (rho >= 0.7 ? 'high' : rho >= 0.3 ? 'middle' : rho > -0.3 ? 'none0' : 'reverse')
